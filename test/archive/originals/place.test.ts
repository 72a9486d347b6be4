import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import { openSharedArchive } from '../../../src/archive/open-archive.ts'
import { MARK } from '../../../src/archive/originals/place.ts'
import { work } from '../../../src/work/worker.ts'
import { newDatabase, streamOf } from '../../support/archive.ts'
import { filesBelow, temporaryFolder } from '../../support/folder.ts'
import { problemOf } from '../../support/problem-of.ts'

const MIB = 1024 * 1024
const server = inject('postgres') ?? ''

const open = async (url: string, folder: string | null): Promise<Archive> => {
  const archive = await openSharedArchive(url, folder)
  onTestFinished(() => archive.close())
  return archive
}

const refusal = (url: string, folder: string | null) => problemOf(openSharedArchive(url, folder))

/** A database whose archive has a document, with its original in a folder. */
const inFolder = async () => {
  const [url, folder] = [await newDatabase(server), await temporaryFolder()]
  const archive = await open(url, folder)
  const { document } = await archive.add(streamOf('Kế hoạch'), 'a.txt', MIB)
  return { url, folder, archive, document }
}

/** What an archive of before places were known has of them. */
const forget = async ({ db }: Archive, folder: string | null) => {
  await db.deleteFrom('originals_place').execute()
  if (folder !== null) await rm(join(folder, MARK))
}

const elsewhere = { code: 'originals-elsewhere' }

describe.skipIf(server === '')('the place of originals (needs PostgreSQL)', () => {
  test('a process that is configured with another one does not start, and leaves the queue alone', async () => {
    const { url, folder, archive } = await inFolder()
    const other = await temporaryFolder()
    expect(await refusal(url, null)).toMatchObject({
      ...elsewhere,
      details: { en: 'they do not lie in the database, and TRICHLUC_ORIGINALS is not set' },
    })
    expect(await refusal(url, other)).toMatchObject({
      ...elsewhere,
      details: { en: `the folder ${other} is not where they lie` },
    })
    const complaints: string[] = []
    expect(await work({ DATABASE_URL: url }, text => void complaints.push(text))).toBe(1)
    expect(complaints.join('')).toMatch(/TRICHLUC_ORIGINALS/)
    expect(await archive.queue()).toEqual({ waiting: 1, taken: 0 })
    expect(await filesBelow(other)).toEqual([])
    await open(url, folder)
  })

  test('a folder is refused where originals lie in the database, and not made', async () => {
    const [url, folder] = [await newDatabase(server), join(await temporaryFolder(), 'new')]
    await open(url, null)
    expect(await refusal(url, folder)).toMatchObject({
      ...elsewhere,
      details: { en: `they lie in the database, and TRICHLUC_ORIGINALS is ${folder}` },
    })
    expect(await filesBelow(join(folder, '..'))).toEqual([])
  })

  test('a share that is not mounted is told of, and what stands in its place stays empty', async () => {
    const { url, folder } = await inFolder()
    const mounted = join(await temporaryFolder(), 'mounted')
    await rename(folder, mounted)
    expect(await refusal(url, folder)).toMatchObject(elsewhere)
    await expect(filesBelow(folder)).rejects.toThrow('ENOENT')
    await rename(mounted, folder)
    await open(url, folder)
  })

  test('a share that comes off while it is used is waited for: no original of it is called missing', async () => {
    const { folder, archive, document } = await inFolder()
    const off = join(await temporaryFolder(), 'off')
    await rename(folder, off)
    expect(await problemOf(archive.original(document))).toEqual({ code: 'originals-away', details: {} })
    await rename(off, folder)
    expect(Buffer.from(await archive.original(document)).toString()).toBe('Kế hoạch')
    await archive.originals.remove(document.sha256)
    expect(await problemOf(archive.original(document))).toMatchObject({ code: 'original-missing' })
  })

  test('an archive of before places were known is taken over where its originals are, and only there', async () => {
    const { url, folder, archive } = await inFolder()
    await forget(archive, folder)
    expect(await refusal(url, null)).toMatchObject(elsewhere)
    expect(await refusal(url, await temporaryFolder())).toMatchObject(elsewhere)
    await Promise.all([open(url, folder), open(url, folder), open(url, folder)])
    const { id } = await archive.db.selectFrom('originals_place').select('id').executeTakeFirstOrThrow()
    expect(await readFile(join(folder, MARK), 'utf8')).toBe(`${id}\n`)
    expect(await refusal(url, null)).toMatchObject(elsewhere)

    const all = await newDatabase(server)
    const within = await open(all, null)
    await within.add(streamOf('Kế hoạch'), 'a.txt', MIB)
    await forget(within, null)
    expect(await refusal(all, await temporaryFolder())).toMatchObject(elsewhere)
    await open(all, null)
  })

  test('a restored folder is known by its mark, and without one by the originals in it', async () => {
    const { url, folder } = await inFolder()
    const restored = join(await temporaryFolder(), 'restored')
    await cp(folder, restored, { recursive: true })
    await open(url, restored)
    await rm(join(restored, MARK))
    await open(url, restored)
    expect(await readFile(join(restored, MARK), 'utf8')).toBe(await readFile(join(folder, MARK), 'utf8'))
    await writeFile(join(restored, MARK), 'of another archive\n')
    expect(await refusal(url, restored)).toMatchObject(elsewhere)
  })

  test('a database that was restored from before places were known takes the mark of its folder', async () => {
    const { url, folder, archive } = await inFolder()
    await archive.db.deleteFrom('originals_place').execute()
    const mark = await readFile(join(folder, MARK), 'utf8')
    await open(url, folder)
    expect(await readFile(join(folder, MARK), 'utf8')).toBe(mark)
    expect(await archive.db.selectFrom('originals_place').select('id').execute()).toEqual([{ id: mark.trim() }])
  })
})
