import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openArchive } from '../../src/archive/open-archive.ts'
import { allItems } from '../../src/backfill/items.ts'
import { createBackfill, findBackfill, listBackfills } from '../../src/backfill/ledger.ts'
import { run } from '../../src/cli/run.ts'
import { problem } from '../../src/problem.ts'
import type { Extract } from '../../src/work/reading.ts'
import { calling } from '../support/calling.ts'
import { readAnything } from '../support/extraction.ts'
import { temporaryFolder } from '../support/folder.ts'

const never = new Promise<never>(() => {})

const cli = (
  data: string,
  args: readonly string[],
  { reader = readAnything, stopped = never as Promise<unknown> }: { reader?: Extract; stopped?: Promise<unknown> } = {},
) => calling(streams => run(['backfill', ...args], streams, reader), { TRICHLUC_DATA: data }, { stopped })

const kho = async (count: number): Promise<string> => {
  const folder = join(await temporaryFolder(), 'kho')
  await mkdir(folder)
  for (let i = 0; i < count; i++) await writeFile(join(folder, `${String(i).padStart(3, '0')}.txt`), `${i} hợp tác xã`)
  return folder
}

const lastId = async (data: string): Promise<string> => {
  const archive = await openArchive(data)
  const { backfills } = await listBackfills(archive.db, null, 1)
  await archive.close()
  return backfills[0]?.id ?? expect.fail('there is no backfill')
}

test('a folder is stored and read, counted in the end, and written to a table', async () => {
  const folder = await kho(3)
  await writeFile(join(folder, 'Thumbs.db'), 'x')
  const data = await temporaryFolder()
  const csv = join(data, 'bang.csv')
  const { code, out, err } = await cli(data, [folder, '--csv', csv])
  const id = await lastId(data)
  expect(out).toBe(
    `Đợt nạp · Backfill ${id}: xong · done\n` +
      '  tệp · files             4\n' +
      '  mới · new               3\n' +
      '  bỏ qua · skipped        1\n' +
      '  đọc xong · read         3\n' +
      '  số liệu · observations  3\n',
  )
  expect(code).toBe(0)
  expect(err).toMatch(/^\d+\/\d+\+? tệp · files {2}\d+\.\d\/s/)
  const rows = (await readFile(csv, 'utf8')).split('\r\n')
  expect(rows.slice(1, 3)).toEqual([
    expect.stringMatching(/\/kho\/000\.txt,done,stored,1,1,0,[0-9a-z]{16},,$/),
    expect.stringMatching(/\/kho\/001\.txt,done,stored,1,1,0,[0-9a-z]{16},,$/),
  ])
  expect(rows[4]).toMatch(/Thumbs\.db,skipped,,,,,,no-document,/)
})

test('anything that failed ends it with 1 and is told with its cause; retry-failed reads it again', async () => {
  const folder = await kho(2)
  const data = await temporaryFolder()
  const failing: Extract = async (bytes, name, limits) =>
    name === '001.txt' ? { ok: false, problem: problem('no-text') } : await readAnything(bytes, name, limits)
  const first = await cli(data, [folder, 'khong-co.doc'], { reader: failing })
  expect(first.code).toBe(1)
  expect(first.out).toContain('đọc lỗi · failed')
  expect(first.err).toContain(`${folder}/001.txt: There is no text. The file could be read but holds no text.`)
  expect(first.err).toContain(
    'khong-co.doc: The file cannot be opened. khong-co.doc cannot be read: there is no such file or folder.',
  )
  const again = await cli(data, ['retry-failed'])
  expect(again.err).toContain('Tries 2 files again.')
  expect([again.code, again.out.includes('đọc lỗi · failed')]).toEqual([1, false])
  const id = await lastId(data)
  const status = await cli(data, ['status', id])
  expect([status.code, status.out]).toEqual([1, again.out])
  expect((await cli(data, ['status'])).out).toMatch(new RegExp(`^${id}  \\S+Z  xong · done  ${folder} khong-co.doc\n$`))
})

test('a dry run lists what would be taken, and writes nothing', async () => {
  const folder = await kho(2)
  await writeFile(join(folder, 'Thumbs.db'), 'x')
  const data = join(await temporaryFolder(), 'data')
  const { code, out, err } = await cli(data, [folder, '--dry-run'])
  expect([code, out]).toEqual([0, `${folder}/000.txt\n${folder}/001.txt\n`])
  expect(err).toContain(
    'Thumbs.db: bỏ qua, tệp do hệ điều hành tự tạo · skipped, a file that the operating system made',
  )
  expect(err).toContain('Would take 2 files (32 bytes), skip 1, refuse 0; nothing was written.\n')
  expect((await cli(data, ['khong-co.doc', '--dry-run'])).code).toBe(1)
  await expect(readdir(data)).rejects.toThrow('ENOENT')
})

test('it stops when asked, says how to go on, and goes on', async () => {
  const folder = await kho(20)
  const data = await temporaryFolder()
  let stop = (): void => {}
  const stopped = new Promise<void>(resolve => {
    stop = resolve
  })
  let read = 0
  const stopping: Extract = async (...parts) => {
    if (++read === 3) stop()
    return await readAnything(...parts)
  }
  const first = await cli(data, [folder], { reader: stopping, stopped })
  const id = await lastId(data)
  expect([first.code, first.err.split('\n').at(-2)]).toEqual([1, `Stopped; go on with: trichluc backfill resume ${id}`])
  const second = await cli(data, ['resume'])
  expect(second.code).toBe(0)
  expect(second.out).toMatch(/đọc xong · read +20\n/)
  expect(await cli(data, ['resume'])).toMatchObject({
    code: 0,
    out: '',
    err: expect.stringContaining('No backfill is unfinished.'),
  })
})

test('while a server owns the archive, it says to send a zip there', async () => {
  const data = await temporaryFolder()
  const archive = await openArchive(data)
  onTestFinished(() => archive.close())
  const { code, err } = await cli(data, ['.'])
  expect([code, err]).toEqual([1, expect.stringContaining('Where it is the server, send a zip to POST /v1/backfills')])
})

test('a table that cannot be written is told before anything is stored', async () => {
  const data = await temporaryFolder()
  const { code, err } = await cli(data, [await kho(1), '--csv', join(data, 'khong-co', 'bang.csv')])
  expect([code, err]).toEqual([
    1,
    expect.stringContaining('bang.csv cannot be written: there is no such file or folder.'),
  ])
  expect((await cli(data, ['status'])).out).toBe('')
})

test('resume goes on with all that are not done, and writes one table of them', async () => {
  const data = await temporaryFolder()
  const archive = await openArchive(data)
  const folder = await kho(2)
  for (const name of ['000.txt', '001.txt'])
    await createBackfill(archive.db, { kind: 'paths', names: [name], cwd: folder }, new Date().toISOString())
  await archive.close()
  const csv = join(data, 'bang.csv')
  const { code, out } = await cli(data, ['resume', '--csv', csv])
  expect([code, out.match(/đọc xong · read +1\n/g)?.length]).toEqual([0, 2])
  const [head, ...rows] = (await readFile(csv, 'utf8')).trim().split('\r\n')
  expect(head).toMatch(/^\uFEFF?file,state,/)
  expect(rows.map(row => row.split(',').slice(0, 2).join(' ')).sort()).toEqual(['000.txt done', '001.txt done'])
})

test('what is asked of an archive that is not there is told, and makes none', async () => {
  const data = join(await temporaryFolder(), 'sai-ten')
  for (const args of [['status'], ['resume'], ['retry-failed']]) {
    const { code, err } = await cli(data, args)
    expect([code, err]).toEqual([1, expect.stringContaining(`The folder ${data} holds no archive.`)])
  }
  await expect(readdir(data)).rejects.toThrow('ENOENT')
})

test('what is asked of a backfill that is not there, or wrongly, is told', async () => {
  const data = await temporaryFolder()
  await (await openArchive(data)).close()
  expect(await cli(data, ['status', 'x'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('has no backfill x.'),
  })
  expect(await cli(data, ['retry-failed'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('has no backfill –.'),
  })
  expect(await cli(data, [])).toMatchObject({ code: 2, err: expect.stringContaining('No path is named.') })
  expect(await cli(data, ['resume', '--dry-run'])).toMatchObject({ code: 2 })
  expect(await cli(data, ['status', 'a', 'b'])).toMatchObject({ code: 2, err: expect.stringContaining('argument b.') })
})

/** Runs the program, and kills it once it has said something of a kind. @returns what it printed, or null where it was killed */
const program = (data: string, args: readonly string[], killAt: RegExp | null): Promise<string | null> =>
  new Promise(resolve => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/trichluc.ts', 'backfill', ...args], {
      env: { TRICHLUC_DATA: data },
    })
    let out = ''
    let err = ''
    child.stdout.on('data', chunk => {
      out += chunk
    })
    child.stderr.on('data', chunk => {
      err += chunk
      if (killAt?.test(err)) child.kill('SIGKILL')
    })
    child.on('close', (_code, signal) => resolve(signal === 'SIGKILL' ? null : out))
  })

test('a process that is killed while it stores and reads has lost nothing: resume gives each file once', async () => {
  const count = 300
  const folder = await kho(count)
  const data = await temporaryFolder()
  expect(await program(data, [folder], /^\d/)).toBeNull()
  const archive = await openArchive(data)
  const { backfills } = await listBackfills(archive.db, null, 10)
  expect(backfills).toHaveLength(1)
  expect(backfills[0]?.state).not.toBe('done')
  const id = backfills[0]?.id ?? ''
  await archive.close()
  expect(await program(data, ['resume', id], null)).toMatch(new RegExp(`đọc xong · read +${count}\n`))
  const after = await openArchive(data)
  onTestFinished(() => after.close())
  expect((await after.list({}, null, 1)).total).toBe(count)
  expect(await findBackfill(after.db, id)).toMatchObject({ state: 'done' })
  const documents = new Set<string | null>()
  for await (const { document } of allItems(after.db, id)) documents.add(document)
  expect(documents.size).toBe(count)
})
