import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openArchive } from '../../src/archive/open-archive.ts'
import { temporaryFolder } from '../support/folder.ts'

const problemOf = (folder: string) =>
  openArchive(folder).then(
    () => null,
    error => error.problem,
  )

test('a path that is a file, or goes through one, is no folder for an archive', async () => {
  const file = join(await temporaryFolder(), 'file')
  await writeFile(file, '')
  expect(await problemOf(file)).toEqual({
    code: 'unusable-folder',
    details: { folder: file, vi: 'đây là tệp, không phải thư mục', en: 'it is a file, not a folder' },
  })
  expect((await problemOf(join(file, 'data'))).code).toBe('unusable-folder')
})

test('a database file that is none is told of, and the folder is free again', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'archive.sqlite'), 'no database '.repeat(1000))
  for (const _attempt of [1, 2]) {
    expect(await problemOf(folder)).toMatchObject({
      code: 'unusable-folder',
      details: { en: 'archive.sqlite is no database' },
    })
  }
})

test('an owner file that cannot be written leaves no lock behind', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'owner'))
  for (const _attempt of [1, 2]) expect((await problemOf(folder)).code).toBe('unusable-folder')
})

test('an archive of a newer version is left as it is', async () => {
  const folder = await temporaryFolder()
  await (await openArchive(folder)).close()
  const database = new SQLite(join(folder, 'archive.sqlite'))
  database.exec("INSERT INTO kysely_migration VALUES ('999-future', '2100-01-01')")
  database.close()
  expect(await problemOf(folder)).toEqual({ code: 'newer-archive', details: { folder } })
})
