import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { chmod, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { listSources } from '../../../src/backfill/sources/list-sources.ts'
import { sourceLimits } from '../../../src/backfill/sources/source-limits.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { processorTime } from '../../support/processor-time.ts'
import { told } from './support.ts'

const write = async (folder: string, files: Readonly<Record<string, string | Buffer>>): Promise<void> => {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

test('a folder gives all files below it, in the order of their names', async () => {
  const folder = await temporaryFolder()
  await write(folder, { 'kho/b.txt': 'B', 'kho/a/z.txt': 'Z', 'kho/a/1.txt': '1', 'kho/B.txt': 'b', 'khác.txt': 'no' })
  const lines = ['kho/B.txt: b', 'kho/a/1.txt: 1', 'kho/a/z.txt: Z', 'kho/b.txt: B']
  expect(await told(folder, ['kho'])).toEqual(lines)
  expect(await told(folder, ['./kho/'])).toEqual(lines)
  expect(await told(join(folder, 'kho/a'), ['../b.txt', '.'])).toEqual(['../b.txt: B', '1.txt: 1', 'z.txt: Z'])
})

test('an absolute name stays as it was named', async () => {
  const folder = await temporaryFolder()
  await write(folder, { 'a.txt': 'A' })
  expect(await told('/', [folder])).toEqual([`${folder}/a.txt: A`])
})

test('what systems and office programs leave behind is skipped with a reason, a folder of it as one', async () => {
  const folder = await temporaryFolder()
  await write(folder, {
    'kho/Thumbs.db': 'x',
    'kho/.DS_Store': 'x',
    'kho/__MACOSX/a/._b.doc': 'x',
    'kho/._b.doc': 'x',
    'kho/~$ke hoach.doc': 'x',
    'kho/.~lock.kh.odt#': 'x',
    'kho/kh.doc': 'kế hoạch',
  })
  await mkdir(join(folder, 'kho/trong'))
  expect(await told(folder, ['kho'])).toEqual([
    'kho/.DS_Store- system-file',
    'kho/._b.doc- system-file',
    'kho/.~lock.kh.odt#- lock-file',
    'kho/Thumbs.db- system-file',
    'kho/__MACOSX- system-file',
    'kho/kh.doc: kế hoạch',
    'kho/trong/- empty-folder',
    'kho/~$ke hoach.doc- lock-file',
  ])
})

test('links are followed neither out of the folder nor in circles, and each is told', async () => {
  const folder = await temporaryFolder()
  await write(folder, { 'kho/a.txt': 'A', 'ngoai/mat.txt': 'secret' })
  await symlink('../ngoai', join(folder, 'kho/ra'))
  await symlink('../ngoai/mat.txt', join(folder, 'kho/tep'))
  await symlink('.', join(folder, 'kho/vong'))
  await symlink('a.txt', join(folder, 'kho/lai'))
  await symlink('khong-co', join(folder, 'kho/dut'))
  await symlink('tu-no', join(folder, 'kho/tu-no'))
  expect(await told(folder, ['kho'])).toEqual([
    'kho/a.txt: A',
    'kho/dut! unreadable-path',
    'kho/lai- link',
    'kho/ra! link-leads-out',
    'kho/tep! link-leads-out',
    'kho/tu-no! unreadable-path',
    'kho/vong- link',
  ])
})

test('a link that is named itself is followed', async () => {
  const folder = await temporaryFolder()
  await write(folder, { 'that/a.txt': 'A' })
  await symlink('that', join(folder, 'ten'))
  expect(await told(folder, ['ten'])).toEqual(['ten/a.txt: A'])
})

test('a pattern that the shell did not expand is expanded; a file that is named like a pattern is that file', async () => {
  const folder = await temporaryFolder()
  await write(folder, {
    '2010/a.doc': 'A',
    '2010/x/b.doc': 'B',
    '2011/c.doc': 'C',
    '2011/d.txt': 'D',
    'kh[1].txt': '1',
  })
  await symlink('/', join(folder, '2010/e.doc'))
  expect(await told(folder, ['201?/**/*.doc', 'kh[1].txt'])).toEqual([
    '2010/a.doc: A',
    '2010/e.doc! link-leads-out',
    '2010/x/b.doc: B',
    '2011/c.doc: C',
    'kh[1].txt: 1',
  ])
  expect(await told(folder, ['2011*'])).toEqual(['2011/c.doc: C', '2011/d.txt: D'])
  expect(await told(folder, ['*.pdf', 'khong-co.doc'])).toEqual([
    '*.pdf! nothing-matches',
    'khong-co.doc! unreadable-path',
  ])
})

test('what is named twice, or lies in another named folder, comes once', async () => {
  const folder = await temporaryFolder()
  await write(folder, { 'kho/a.txt': 'A', 'kho/b/c.txt': 'C' })
  const all = ['kho/a.txt: A', 'kho/b/c.txt: C']
  expect(await told(folder, ['kho/b', 'kho', 'kho/a.txt', './kho'])).toEqual(all)
  expect(await told(folder, ['kho/*.txt', 'kho/a.txt', 'kho/b/c.txt', 'kho/*.txt'])).toEqual(all)
  expect(await told(folder, ['.', 'kho/a.txt', '.'])).toEqual(all)
  expect(await told(folder, ['không-có', 'kho', 'không-có', '*.pdf', '*.pdf'])).toEqual([
    'không-có! unreadable-path',
    ...all,
    '*.pdf! nothing-matches',
  ])
})

test('what is named under another path than the one that it is listed by is skipped there', async () => {
  const folder = await temporaryFolder()
  await write(folder, { 'kho/a.txt': 'A', 'kho/b/c.txt': 'C' })
  const absolute = join(folder, 'kho')
  expect(await told(folder, ['kho', absolute, join(absolute, 'b'), absolute])).toEqual([
    'kho/a.txt: A',
    'kho/b/c.txt: C',
    `${absolute}- named-twice`,
    `${join(absolute, 'b')}- named-twice`,
  ])
})

test('a link that is named beside the folder that it lies in is followed, and told once', async () => {
  const folder = await temporaryFolder()
  await write(folder, { 'kho/a.txt': 'A', 'ngoài.txt': 'N' })
  await symlink(join(folder, 'ngoài.txt'), join(folder, 'kho/ra'))
  await symlink('a.txt', join(folder, 'kho/vào'))
  const names = ['kho', 'kho/ra', 'kho/vào']
  const lines = ['kho/a.txt: A', 'kho/ra: N', 'kho/vào- named-twice']
  expect(await told(folder, names)).toEqual(lines)
  expect((await told(folder, names.toReversed())).sort()).toEqual(lines)
  expect(await told(folder, ['kho/*', 'kho/ra'])).toEqual(['kho/a.txt: A', 'kho/vào- link', 'kho/ra: N'])
})

test('empty and too large files, pipes and unreadable folders are told, and none of them holds anything up', async () => {
  const folder = await temporaryFolder()
  await write(folder, { 'kho/0.txt': '', 'kho/1.txt': 'xx', 'kho/2.txt': 'xxx', 'kho/khoa/a.txt': 'A' })
  await promisify(execFile)('mkfifo', [join(folder, 'kho/ong')])
  await chmod(join(folder, 'kho/khoa'), 0)
  const lines = await told(folder, ['kho'], { maxBytes: 2 })
  await chmod(join(folder, 'kho/khoa'), 0o700)
  const locked = process.getuid?.() === 0 ? 'kho/khoa/a.txt: A' : 'kho/khoa/! unreadable-path'
  expect(lines).toEqual(['kho/0.txt! empty-file', 'kho/1.txt: xx', 'kho/2.txt! too-large', locked, 'kho/ong- no-file'])
})

test('a file that goes away between listing and opening is a problem of its own', async () => {
  const folder = await temporaryFolder()
  await write(folder, { 'a.txt': 'A' })
  for await (const found of listSources(['a.txt'], sourceLimits(10), folder)) {
    if (found.kind !== 'item') throw new Error(found.kind)
    await rm(join(folder, 'a.txt'))
    await expect(found.open()).rejects.toMatchObject({
      problem: { code: 'unreadable-path', details: { path: 'a.txt', en: 'there is no such file or folder' } },
    })
  }
})

test('what is opened is closed, read or not', async () => {
  const folder = await temporaryFolder()
  await write(folder, { 'a.txt': 'A'.repeat(200_000) })
  const open = async () => (await readdir('/proc/self/fd').catch(() => [])).length
  const before = await open()
  for await (const found of listSources(['a.txt'], sourceLimits(1e6), folder)) {
    if (found.kind !== 'item') throw new Error(found.kind)
    const unread = await found.open()
    unread.destroy()
    await once(unread, 'close')
    const begun = await found.open()
    for await (const _ of begun) break
    expect((await buffer(await found.open())).length).toBe(200_000)
  }
  expect(await open()).toBe(before)
})

test('names in bytes of old encodings are readable, and their files are found', async () => {
  const folder = await temporaryFolder()
  // TCVN3, and bytes that are no Vietnamese in any encoding.
  const raw = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from('K\xd5 ho\xb9ch n\xa8m 2003.txt', 'latin1')])
  await writeFile(raw, 'KH')
  await writeFile(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from('x\x81\x8d.txt', 'latin1')]), '?')
  expect(await told(folder, ['.'])).toEqual(['Kế hoạch năm 2003.txt: KH', 'x%81%8D.txt: ?'])
})

test('a folder of 20,000 tiny files is listed as it is walked, not before', async () => {
  const folder = await temporaryFolder()
  const count = 20_000
  for (let i = 0; i < 100; i++) await mkdir(join(folder, `${i}`))
  for (let i = 0; i < count; i++) writeFileSync(join(folder, `${i % 100}`, `${i}.txt`), `${i}`)
  let seen = 0
  let first = 0
  const begun = processorTime()
  for await (const found of listSources(['.'], sourceLimits(10), folder)) {
    if (seen === 0) first = processorTime() - begun
    if (found.kind === 'item') seen++
  }
  expect(seen).toBe(count)
  expect(first).toBeLessThan((processorTime() - begun) / 5)
})
