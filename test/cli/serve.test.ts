import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../support/folder.ts'

const TEXT = 'Năm 2019 toàn tỉnh thành lập mới 35 hợp tác xã.\n'

/** A server that starts from its sources takes its time on a busy machine. */
const STARTING = { timeout: 60_000 }

const serve = (data: string, program = ['src/main.ts']): { child: ChildProcess; said: () => string } => {
  const env = { PORT: '0', TRICHLUC_DATA: data, TRICHLUC_READERS: '1' }
  const child = spawn(process.execPath, ['--import', 'tsx', ...program], { env })
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
  await expect.poll(first.said, STARTING).toMatch(/Server listening at (http:[^"]+)/)
  const address = /Server listening at (http:[^"]+)/.exec(first.said())?.[1] ?? ''
  expect((await fetch(`${address}/healthz`)).status).toBe(200)

  const second = serve(data)
  expect(await once(second.child, 'exit')).toEqual([1, null])
  expect(second.said()).toContain(`Another process (number ${first.child.pid}) owns the archive ${data}.`)

  const ended = once(first.child, 'exit')
  first.child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})

/** A text that takes some seconds to read. */
const LONG = 'Năm 2019 toàn tỉnh thành lập mới 35 hợp tác xã, đạt 103 % kế hoạch năm.\n'.repeat(1_000)

test('it answers while documents are read, and ends at once with the processes that read them', async () => {
  const { child, said } = serve(await temporaryFolder(), ['src/cli/trichluc.ts', 'serve'])
  await expect.poll(said, STARTING).toMatch(/Server listening at (http:[^"]+)/)
  const address = /Server listening at (http:[^"]+)/.exec(said())?.[1] ?? ''
  const get = async (path: string) => JSON.parse(await (await fetch(`${address}${path}`)).text())
  const form = new FormData()
  form.append('file', new Blob([TEXT]), 'short.txt')
  form.append('file', new Blob([LONG]), 'long.txt')
  const uploaded = await fetch(`${address}/v1/documents`, { method: 'POST', body: form })
  const { documents } = JSON.parse(await uploaded.text())
  const [short, long] = documents.map((each: { document: { id: string } }) => `/v1/documents/${each.document.id}`)
  await expect.poll(async () => (await get(short)).state).toBe('done')

  const waits: number[] = []
  for (let state = 'received'; state !== 'done'; ) {
    const from = performance.now()
    state = (await get(long)).state
    waits.push(performance.now() - from)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  expect(waits.length).toBeGreaterThan(20)
  const nineOfTen = waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.9)]
  expect(nineOfTen).toBeLessThan(2_000)
  expect((await get(`${short}/explain?offset=${TEXT.indexOf('35')}`)).numeral.text).toBe('35')

  const from = performance.now()
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(performance.now() - from).toBeLessThan(20_000)
})
