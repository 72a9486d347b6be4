import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { openArchive } from '../../src/archive/open-archive.ts'
import { verify } from '../../src/archive/verify/verify.ts'
import type { Backfill } from '../../src/backfill/backfill.ts'
import { listItems } from '../../src/backfill/items.ts'
import { createBackfill } from '../../src/backfill/ledger.ts'
import { runBackfill } from '../../src/backfill/run-backfill.ts'
import { sourceLimits } from '../../src/backfill/sources/source-limits.ts'
import { backup } from '../../src/backup/backup.ts'
import { run } from '../../src/cli/run.ts'
import { streamOf } from '../support/archive.ts'
import { filesBelow, temporaryFolder } from '../support/folder.ts'
import { problemOf } from '../support/problem-of.ts'
import { writing } from '../support/writing.ts'
import { zipOf } from '../support/zip.ts'

const MIB = 1024 * 1024

const documentsOf = async (archive: Archive): Promise<Set<string>> =>
  new Set((await archive.db.selectFrom('documents').select('id').execute()).map(({ id }) => id))

it('a backup of an archive that is being written to holds all that was answered before, and verifies clean', async () => {
  const [data, copy] = [await temporaryFolder(), await temporaryFolder()]
  const archive = await openArchive(data)
  const writer = writing(archive)
  for (let round = 1; round <= 3; round++) {
    await writer.until(round * 30)
    const before = [...writer.answered]
    const report = await backup(data, copy)
    const after = writer.answered.length
    expect(report.problems).toEqual([])
    expect(report.documents).toBeGreaterThanOrEqual(before.length)
    if (round > 1) expect(report.copied).toBeLessThan(report.documents)

    // restoring is copying
    const restored = join(await temporaryFolder(), 'restored')
    await cp(copy, restored, { recursive: true })
    const again = await openArchive(restored)
    const { ok, findings } = await verify(again)
    expect(findings.filter(({ level }) => level === 'error')).toEqual([])
    expect(ok).toBe(true)
    const there = await documentsOf(again)
    for (const id of before) expect(there.has(id)).toBe(true)
    await again.attend()
    expect((await again.queue()).taken).toBe(0)
    await again.close()
    expect(after).toBeGreaterThan(before.length)
  }
  await writer.stop()
  await archive.close()
})

it('a backup that was used as an archive is replaced whole by the next one', async () => {
  const [data, copy] = [await temporaryFolder(), await temporaryFolder()]
  const archive = await openArchive(data)
  await archive.add(streamOf('một'), '1.txt', MIB)
  await backup(data, copy)
  const used = await openArchive(copy)
  await used.add(streamOf('chỉ trong bản sao'), 'x.txt', MIB)
  // as a machine leaves it that loses power: with its log beside it
  const left = await temporaryFolder()
  await cp(copy, left, { recursive: true })
  await used.close()
  await archive.add(streamOf('hai'), '2.txt', MIB)
  expect((await filesBelow(left)).some(path => path.endsWith('-wal'))).toBe(true)
  expect((await backup(data, left)).documents).toBe(2)
  expect(await filesBelow(left)).not.toContain('archive.sqlite-wal')
  const again = await openArchive(left)
  expect(await documentsOf(again)).toEqual(await documentsOf(archive))
  expect((await verify(again)).errors).toBe(0)
  await again.close()
  await archive.close()
})

it('a backup that was cut off leaves the one before, and the next goes on', async () => {
  const [data, copy] = [await temporaryFolder(), await temporaryFolder()]
  const archive = await openArchive(data)
  await archive.add(streamOf('một'), '1.txt', MIB)
  await backup(data, copy)
  await archive.add(streamOf('hai'), '2.txt', MIB)
  // what a backup leaves that ends after its originals and before its rows
  await writeFile(join(copy, 'archive.sqlite.new'), 'half')
  await writeFile(join(copy, 'originals', 'incoming', 'half'), 'x')
  const before = await openArchive(copy)
  expect((await documentsOf(before)).size).toBe(1)
  expect((await verify(before)).errors).toBe(0)
  await before.close()
  expect(await backup(data, copy)).toMatchObject({ documents: 2, copied: 1, problems: [] })
  expect(await filesBelow(copy)).not.toContain('archive.sqlite.new')
  await archive.close()
})

/** An archive that was sent a zip, of which nothing is stored yet. */
const withZip = async (data: string) => {
  const archive = await openArchive(data)
  await archive.add(streamOf('một'), '1.txt', MIB)
  const zip = await archive.originals.receive(
    Readable.from([await zipOf(['2.txt', '3.txt'].map(name => [name, `${name} hợp tác xã`]))]),
    MIB,
  )
  await archive.originals.keep(zip)
  const files = [{ name: 'kho.zip', sha256: zip.sha256, bytes: zip.bytes }]
  const backfill = await createBackfill(archive.db, { kind: 'uploads', files }, new Date().toISOString())
  return { archive, zip, backfill }
}

const store = async (archive: Archive, backfill: Backfill) =>
  await runBackfill(backfill, {
    archive,
    limits: sourceLimits(MIB),
    log: { info: () => {}, warn: () => {}, error: () => {} },
    signal: new AbortController().signal,
    clock: () => new Date(),
    onItem: () => {},
  })

it('a zip that was answered and is not unpacked yet is backed up, and the backup goes on with it', async () => {
  const [data, copy] = [await temporaryFolder(), await temporaryFolder()]
  const { archive, zip, backfill } = await withZip(data)
  expect(await backup(data, copy)).toMatchObject({ documents: 1, copied: 2, bytes: 5 + zip.bytes, problems: [] })
  await archive.close()
  const again = await openArchive(copy)
  expect((await verify(again)).findings).toEqual([])
  expect(await store(again, backfill)).toBe('stored')
  expect((await documentsOf(again)).size).toBe(3)
  expect((await verify(again)).findings).toEqual([])
  await again.close()
})

it('a zip that the archive has lost is named, and all else is backed up; going on with it ends in a cause', async () => {
  const [data, copy] = [await temporaryFolder(), await temporaryFolder()]
  const { archive, zip, backfill } = await withZip(data)
  await rm(join(data, 'originals', zip.sha256.slice(0, 2)), { recursive: true })
  const { problems, ...report } = await backup(data, copy)
  expect(report).toMatchObject({ documents: 1, copied: 1 })
  expect(problems).toEqual([{ code: 'original-missing', details: { sha256: zip.sha256 } }])
  expect(await store(archive, backfill)).toBe('stored')
  const { items } = await listItems(archive.db, backfill.id, { after: -1, limit: 9 })
  expect(items).toMatchObject([{ path: 'kho.zip', state: 'refused', problem: { code: 'original-missing' } }])
  await archive.close()
})

it('originals that the archive has lost or damaged are named, and all else is backed up', async () => {
  const [data, copy] = [await temporaryFolder(), await temporaryFolder()]
  const archive = await openArchive(data)
  const path = (sha256: string) => join(data, 'originals', sha256.slice(0, 2), sha256)
  const [one, two] = [await archive.add(streamOf('một'), '1', MIB), await archive.add(streamOf('hai'), '2', MIB)]
  await archive.add(streamOf('ba'), '3', MIB)
  await rm(path(one.document.sha256))
  await writeFile(path(two.document.sha256), 'hại')
  const { problems, ...report } = await backup(data, copy)
  expect(report).toMatchObject({ documents: 3, copied: 1 })
  expect(problems.map(p => [p.code, p.details.sha256]).sort()).toEqual(
    [
      ['original-missing', one.document.sha256],
      ['original-damaged', two.document.sha256],
    ].sort(),
  )
  await archive.close()
})

it('nothing is backed up from nowhere, into itself, or into an archive that is in use', async () => {
  const data = await temporaryFolder()
  expect(await problemOf(backup(data, await temporaryFolder()))).toMatchObject({ code: 'no-archive' })
  const archive = await openArchive(data)
  expect(await problemOf(backup(data, data))).toMatchObject({ code: 'backup-into-itself' })
  const copy = await temporaryFolder()
  const used = await openArchive(copy)
  expect(await problemOf(backup(data, copy))).toMatchObject({ code: 'archive-in-use' })
  await used.close()
  await archive.close()
})

const call = async (environment: Record<string, string>, ...args: string[]) => {
  let [out, err] = ['', '']
  const streams = {
    stdin: Readable.from([]),
    print: (text: string) => {
      out += text
    },
    complain: (text: string) => {
      err += text
    },
    environment,
  }
  const code = await run(['backup', ...args], streams)
  return { code, out, err }
}

it('the command backs up an archive that a server owns, and says of PostgreSQL what to do', async () => {
  const [data, copy] = [await temporaryFolder(), await temporaryFolder()]
  const archive = await openArchive(data)
  const { document } = await archive.add(streamOf('một'), '1.txt', MIB)
  const { code, out } = await call({ TRICHLUC_DATA: data }, copy)
  expect([code, out]).toEqual([0, `1 văn bản · documents; 1 tệp gốc mới · new originals, 5 byte → ${copy}\n`])
  const { sha256 } = document
  expect(await readFile(join(copy, 'originals', sha256.slice(0, 2), sha256), 'utf8')).toBe('một')
  const shared = await call({ DATABASE_URL: 'postgres://nobody@127.0.0.1/none' }, copy)
  expect(shared.code).toBe(1)
  expect(shared.err).toMatch(/pg_dump/)
  await archive.close()
})
