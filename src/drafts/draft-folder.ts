import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../archive/durable.ts'
import { ProblemError, problem } from '../problem.ts'
import type { RuleFile } from '../rules/rule-files.ts'
import { systemCause } from '../system-cause.ts'

export interface WrittenDraft {
  readonly path: string
  /** The file was not there before. */
  readonly created: boolean
}

/** Nothing that leads out of a folder. */
const NAME = /^[0-9a-z]+-\d+$/

/**
 * The file of a record's draft, without `.yaml`: the same for one record, however often it is drafted and whatever reads its document.
 * @param first the version of the first decision on the record
 */
export const draftName = (document: string, first: number): string => `${document}-${first}`

/**
 * Writes a draft, whole or not at all, in place of an earlier one of its name; it is on the disk when this resolves.
 * @throws ProblemError `cannot-write-draft`
 */
export const writeDraft = async (folder: string, name: string, yaml: string): Promise<WrittenDraft> => {
  if (!NAME.test(name)) throw new Error(`${name} is no name of a draft`)
  const path = join(folder, `${name}.yaml`)
  const unfinished = join(folder, `.${name}.${randomUUID()}`)
  try {
    await mkdir(folder, { recursive: true })
    const created = !(await exists(path))
    const file = await open(unfinished, 'wx')
    try {
      await file.writeFile(yaml)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
    await syncFolder(folder)
    return { path, created }
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    const cause = systemCause(error)
    throw cause === null ? error : new ProblemError(problem('cannot-write-draft', { folder, ...cause }))
  }
}

const exists = async (path: string): Promise<boolean> =>
  await stat(path).then(
    () => true,
    () => false,
  )

/** The files of a folder of drafts in order of their names; none where there is no such folder. */
export const readDraftFiles = async (folder: string): Promise<RuleFile[]> => {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const names = entries.filter(name => name.endsWith('.yaml') && !name.startsWith('.')).sort()
  return await Promise.all(names.map(async name => ({ name, source: await readFile(join(folder, name), 'utf8') })))
}
