import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { verify } from '../../src/archive/verify/verify.ts'
import type { Sources } from '../../src/backfill/backfill.ts'
import { setState } from '../../src/backfill/ledger.ts'
import { removeUploads } from '../../src/backfill/remove-uploads.ts'
import { forgetUploads, type Received, takeUploads } from '../../src/backfill/take-uploads.ts'
import { type DatabaseName, newArchive, onBothDatabases, streamOf } from '../support/archive.ts'
import { zipOf } from '../support/zip.ts'

const MIB = 1024 * 1024
const NOW = '2026-01-02T03:04:05.678Z'

const received = async ({ originals }: Archive, zip: Buffer): Promise<Received> => ({
  name: 'kho.zip',
  incoming: await originals.receive(streamOf(zip), MIB),
})

/** So many looks at what waits in a row say that it goes on waiting: a disk takes its time. */
const looksAt = ({ shared }: Archive): number => (shared ? 100 : 5_000)

/** Resolves when a job has ended, or when all that it can do is wait, with its bytes received. */
const endedOrWaiting = async (job: Promise<unknown>, archive: Archive): Promise<void> => {
  let ended = false
  void job.finally(() => {
    ended = true
  })
  for (let looks = 0; !ended && looks < looksAt(archive); looks++)
    if ((await archive.originals.incoming()) !== 1) looks = 0
}

/** Removes the upload of a backfill whose files are stored; just before its bytes go, somebody else comes in between. */
const removedWhile = async <T>(archive: Archive, sources: Sources, other: () => Promise<T>): Promise<T> => {
  let between: Promise<T> | null = null
  const remove: Archive['originals']['remove'] = async (...parts) => {
    between = other()
    await endedOrWaiting(between, archive)
    await archive.originals.remove(...parts)
  }
  await removeUploads({ ...archive, originals: { ...archive.originals, remove } }, sources)
  if (between === null) throw new Error('nothing was removed')
  return await between
}

/** An archive with a backfill whose files are all stored, and whose zip is still there. */
const stored = async (database: DatabaseName) => {
  const archive = await newArchive(database)
  const zip = await zipOf([['a.txt', 'Kế hoạch']])
  const { id, sources } = await takeUploads(archive, [await received(archive, zip)], NOW)
  await setState(archive.db, id, 'reading')
  return { archive, zip, sources }
}

onBothDatabases('what was sent for a backfill', database => {
  test('is not removed while the same file is stored as a document', async () => {
    const { archive, zip, sources } = await stored(database)
    const { document } = await removedWhile(archive, sources, () => archive.add(streamOf(zip), 'kho.zip', MIB))
    expect(Buffer.compare(await archive.original(document), zip)).toBe(0)
    expect((await verify(archive)).findings).toEqual([])
  })

  test('is not removed while another backfill of the same file is taken', async () => {
    const { archive, zip, sources } = await stored(database)
    await removedWhile(archive, sources, async () => takeUploads(archive, [await received(archive, zip)], NOW))
    expect((await verify(archive)).findings).toEqual([])
    const hashes = sources.kind === 'uploads' ? sources.files.map(file => file.sha256) : []
    for (const sha256 of hashes) expect(Buffer.compare(await archive.originals.read(sha256), zip)).toBe(0)
  })

  test('is gone when its row cannot be written', async () => {
    const archive = await newArchive(database)
    const refuse =
      database === 'sqlite'
        ? sql`create trigger refuse before insert on backfills begin select raise(abort, 'refused'); end`
        : sql`alter table backfills add check (false)`
    await refuse.execute(archive.db)
    const zips = [await zipOf([['a.txt', '1']]), await zipOf([['b.txt', '2']])]
    const sent = await Promise.all(zips.map(zip => received(archive, zip)))
    await expect(takeUploads(archive, sent, NOW)).rejects.toThrow()
    await forgetUploads(archive, sent)
    for await (const left of archive.originals.list()) expect(left).toBeUndefined()
    expect(await archive.originals.incoming()).toBe(0)
  })

  test('is one original where the same file was sent twice in one request', async () => {
    const archive = await newArchive(database)
    const zip = await zipOf([['a.txt', '1']])
    const sent = [await received(archive, zip), await received(archive, zip)]
    await takeUploads(archive, sent, NOW)
    await forgetUploads(archive, sent)
    expect((await verify(archive)).findings).toEqual([])
  })
})
