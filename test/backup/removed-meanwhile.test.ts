import { expect, it, vi } from 'vitest'
import { openArchive } from '../../src/archive/open-archive.ts'
import { verify } from '../../src/archive/verify/verify.ts'
import { createBackfill, setState } from '../../src/backfill/ledger.ts'
import { backup } from '../../src/backup/backup.ts'
import { streamOf } from '../support/archive.ts'
import { filesBelow, temporaryFolder } from '../support/folder.ts'

/** What happens between the copy of the rows and that of the originals that they name. */
let meanwhile = async (): Promise<void> => {}

vi.mock('../../src/backup/snapshot.ts', async importOriginal => {
  const original = await importOriginal<typeof import('../../src/backup/snapshot.ts')>()
  const snapshot: typeof original.snapshot = async (from, to) => {
    const named = await original.snapshot(from, to)
    await meanwhile()
    return named
  }
  return { ...original, snapshot }
})

it('of a zip that is unpacked and removed while it is backed up, the documents that it held are backed up', async () => {
  const [data, copy] = [await temporaryFolder(), await temporaryFolder()]
  const archive = await openArchive(data)
  const zip = await archive.originals.receive(streamOf('tệp nén'), 1000)
  await archive.originals.keep(zip)
  const files = [{ name: 'kho.zip', sha256: zip.sha256, bytes: zip.bytes }]
  const { id } = await createBackfill(archive.db, { kind: 'uploads', files }, new Date().toISOString())
  let snapshots = 0
  meanwhile = async () => {
    if (++snapshots > 1) return
    await archive.add(streamOf('đã mở'), 'kho/1.txt', 1000)
    await setState(archive.db, id, 'reading')
    await archive.originals.remove(zip.sha256)
  }
  expect(await backup(data, copy)).toMatchObject({ documents: 1, copied: 1, problems: [] })
  expect((await filesBelow(copy)).filter(path => path.endsWith(zip.sha256))).toEqual([])
  const again = await openArchive(copy)
  expect((await verify(again)).findings).toEqual([])
  await again.close()
  await archive.close()
})
