import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../support/folder.ts'

const serve = (data: string): { child: ChildProcess; said: () => string } => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], { env: { PORT: '0', TRICHLUC_DATA: data } })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      text += chunk
    })
  }
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, said: () => text }
}

test('the server starts, owns its archive alone, and stops in order when it is asked to', async () => {
  const data = await temporaryFolder()
  const first = serve(data)
  await expect.poll(first.said, { timeout: 20_000 }).toMatch(/Server listening at (http:[^"]+)/)
  const address = /Server listening at (http:[^"]+)/.exec(first.said())?.[1] ?? ''
  expect((await fetch(`${address}/healthz`)).status).toBe(200)

  const second = serve(data)
  expect(await once(second.child, 'exit')).toEqual([1, null])
  expect(second.said()).toContain(`Another process (number ${first.child.pid}) owns the archive ${data}.`)

  const ended = once(first.child, 'exit')
  first.child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})
