import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, inject, onTestFinished, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { builtProgram } from '../crash/built-program.ts'
import { Program } from '../crash/program.ts'
import { archivePlace, streamOf } from '../support/archive.ts'
import { temporaryFolder } from '../support/folder.ts'
import { freePort } from '../support/postgres-server.ts'

test('a worker without a database says what it needs', async () => {
  const said: string[] = []
  const code = await run(['worker'], {
    stdin: Readable.from([]),
    print: () => {},
    complain: text => said.push(text),
    environment: { TRICHLUC_DATA: await temporaryFolder() },
  })
  expect(code).toBe(1)
  expect(said.join('')).toContain('DATABASE_URL')
})

test.skipIf(inject('postgres') === null)(
  'a worker reads what others have stored, tells its figures, and stops in order (needs PostgreSQL)',
  { timeout: 180_000 },
  async () => {
    const place = await archivePlace('postgres')
    const archive = await place.open()
    // It takes its time: a port that is found free before it may be another's after it.
    builtProgram()
    const port = await freePort()
    const log = join(await temporaryFolder(), 'log')
    const worker = new Program(
      'worker',
      { DATABASE_URL: place.url ?? '', TRICHLUC_METRICS_PORT: String(port), TRICHLUC_READERS: '1' },
      log,
    )
    onTestFinished(() => worker.kill(true))
    const { document } = await archive.add(streamOf('Năm 2020 thành lập mới 35 hợp tác xã.'), 'a.txt', 1000)
    await expect.poll(async () => (await archive.find(document.id))?.state, { timeout: 40_000 }).toBe('done')
    const figures = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    expect(await figures()).toContain('trichluc_documents{state="done"} 1')
    // What is stored is counted just after.
    await expect.poll(figures).toContain('trichluc_stage_seconds_count{stage="observe"} 1')
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
    expect((await fetch(`http://127.0.0.1:${port}/v1/documents`)).status).toBe(404)
    expect(await worker.stop()).toBe(0)
    // This process gives no sign of life, and may be taken out meanwhile.
    const left = await archive.db.selectFrom('processes').select('kind').where('kind', '=', 'worker').execute()
    expect(left).toEqual([])
  },
)
