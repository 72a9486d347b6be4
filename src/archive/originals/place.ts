import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Bilingual } from '../../contract/index.ts'
import { ProblemError, problem } from '../../problem.ts'
import type { Database } from '../database/database.ts'
import { syncFolder } from '../durable.ts'
import { addressIn } from './address-in.ts'
import { isMissing } from './measured.ts'

/** The file in a shared folder of originals that bears its id. */
export const MARK = 'trichluc-originals'

/** The id of the place where originals lie in the database itself. */
const IN_DATABASE = 'database'

/** So many documents are looked at to see whether a place has originals of the archive. */
const LOOKED_AT = 100

/**
 * Holds the place of originals that a process is configured with to the one that the archive in PostgreSQL knows. The first process
 * decides; an archive of before places were known, or a folder that lost its mark, is taken over where originals of its documents are
 * there. A folder is made only for an archive without documents: else a share that is not mounted would pass for an empty one.
 * @param folder null: in the database
 * @throws ProblemError `originals-elsewhere`; or the operating system's error
 */
export async function holdToPlace(db: Database, folder: string | null): Promise<void> {
  await db.transaction().execute(async tx => {
    await sql`lock table originals_place in exclusive mode`.execute(tx)
    const known = (await tx.selectFrom('originals_place').select('id').executeTakeFirst())?.id ?? null
    const found = folder === null ? IN_DATABASE : await readMark(folder)
    if (found !== null && found === known) return
    const mayBe = known === null || (found === null && known !== IN_DATABASE)
    if (!mayBe || !(await holdsOriginals(tx, folder, known === null)))
      throw new ProblemError(problem('originals-elsewhere', { ...elsewhere(folder, known) }))
    const id = known ?? found ?? randomUUID()
    if (folder !== null && found === null) await writeMark(folder, id)
    if (known === null) await tx.insertInto('originals_place').values({ id }).execute()
  })
}

/** @param whereNone whether it does for an archive that has no documents */
const holdsOriginals = async (tx: Database, folder: string | null, whereNone: boolean): Promise<boolean> => {
  const documents = await tx.selectFrom('documents').select('sha256').orderBy('sha256').limit(LOOKED_AT).execute()
  if (documents.length === 0) return whereNone
  const hashes = documents.map(({ sha256 }) => sha256)
  if (folder === null) {
    const there = await tx.selectFrom('originals').select('sha256').where('sha256', 'in', hashes).executeTakeFirst()
    return there !== undefined
  }
  for (const sha256 of hashes) if ((await unlessMissing(stat(addressIn(folder, sha256)))) !== null) return true
  return false
}

const unlessMissing = <T>(work: Promise<T>): Promise<T | null> =>
  work.catch(error => {
    if (isMissing(error)) return null
    throw error
  })

const readMark = async (folder: string): Promise<string | null> => {
  const text = await unlessMissing(readFile(join(folder, MARK), 'utf8'))
  return text === null ? null : text.trim()
}

const writeMark = async (folder: string, id: string): Promise<void> => {
  await mkdir(folder, { recursive: true })
  const path = join(folder, MARK)
  const file = await open(`${path}.new`, 'w')
  try {
    await file.writeFile(`${id}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.new`, path)
  await syncFolder(folder)
}

const elsewhere = (folder: string | null, known: string | null): Bilingual => {
  if (folder === null) {
    return {
      vi: 'chúng không nằm trong cơ sở dữ liệu, còn TRICHLUC_ORIGINALS chưa đặt',
      en: 'they do not lie in the database, and TRICHLUC_ORIGINALS is not set',
    }
  }
  return known === IN_DATABASE
    ? {
        vi: `chúng nằm trong cơ sở dữ liệu, còn TRICHLUC_ORIGINALS là ${folder}`,
        en: `they lie in the database, and TRICHLUC_ORIGINALS is ${folder}`,
      }
    : {
        vi: `thư mục ${folder} không phải nơi chứa chúng`,
        en: `the folder ${folder} is not where they lie`,
      }
}
