import { connect, createServer } from 'node:net'
import { onTestFinished } from 'vitest'

/** A way to PostgreSQL that can lose an answer. */
export interface LossyProxy {
  readonly url: string
  /** Breaks the connection in place of the answer to the next `commit` that ends a transaction with this in it. */
  loseCommitOf(statement: string): void
  /** How many answers were lost. */
  lost(): number
}

/** @param url of the server behind it */
export async function lossyProxy(url: string): Promise<LossyProxy> {
  const { hostname, port } = new URL(url)
  let statement: string | null = null
  let lost = 0
  const server = createServer(client => {
    const database = connect(Number(port), hostname)
    let said = false
    let losing = false
    client.on('data', data => {
      const text = data.toString('latin1')
      said ||= statement !== null && text.includes(statement)
      if (said && text.includes('commit')) {
        losing = true
        statement = null
      }
      database.write(data)
    })
    database.on('data', data => {
      if (!losing) return void client.write(data)
      lost++
      client.destroy()
    })
    client.on('close', () => database.destroy())
    database.on('close', () => client.destroy())
    for (const socket of [client, database]) socket.on('error', () => {})
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const through = new URL(url)
  through.port = String(typeof address === 'object' ? address?.port : 0)
  return {
    url: through.href,
    loseCommitOf(text) {
      statement = text
    },
    lost: () => lost,
  }
}
