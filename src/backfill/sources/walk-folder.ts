import type { Dirent } from 'node:fs'
import { readdir, realpath } from 'node:fs/promises'
import { sep } from 'node:path'
import { problem } from '../../problem.ts'
import { systemCauseOrMessage } from '../../system-cause.ts'
import { type Found, refused, skipped } from './found.ts'
import { listFile } from './list-file.ts'
import { noDocument } from './no-document.ts'
import { readableName } from './readable-name.ts'
import type { SourceLimits } from './source-limits.ts'

const SEPARATOR = Buffer.from(sep)

/** What the walk of one folder shares. */
interface Walk {
  /** The folder that was named, without links. */
  readonly root: string
  readonly limits: SourceLimits
}

/**
 * Lists a folder and all below it, by the bytes of the names; nothing but the names of the folders on the way is kept. Names
 * need not be UTF-8. Links are not followed: those that stay within the named folder lead to what is listed anyway and are
 * skipped, others are refused.
 * @param location of the folder; @param path how it is shown, '' for what was named `.`
 */
export async function* walkFolder(location: string, path: string, limits: SourceLimits): AsyncGenerator<Found> {
  yield* walk(Buffer.from(location), path, { root: location, limits })
}

async function* walk(location: Buffer, path: string, context: Walk): AsyncGenerator<Found> {
  let entries: Dirent<Buffer>[]
  try {
    entries = await readdir(location, { encoding: 'buffer', withFileTypes: true })
  } catch (error) {
    yield refused(asFolder(path), unreadable(path, error))
    return
  }
  if (entries.length === 0) yield skipped(asFolder(path), 'empty-folder')
  entries.sort((a, b) => Buffer.compare(a.name, b.name))
  const given = new Set<string>()
  for (const entry of entries) {
    const name = unique(readableName(entry.name), given)
    const inner = path === '' ? name : `${path}/${name}`
    yield* visit(entry, Buffer.concat([location, SEPARATOR, entry.name]), inner, context)
  }
}

const asFolder = (path: string): string => `${path || '.'}/`

/** Two names of which the same is readable (one composed, the other decomposed) are told apart as in zips. */
const unique = (name: string, given: Set<string>): string => {
  let free = name
  for (let n = 2; given.has(free); n++) free = `${name}#${n}`
  given.add(free)
  return free
}

async function* visit(entry: Dirent<Buffer>, location: Buffer, path: string, context: Walk): AsyncGenerator<Found> {
  const reason = noDocument(entry.name.toString('latin1'))
  if (reason !== null) yield skipped(path, reason)
  else if (entry.isSymbolicLink()) yield await judgeLink(location, path, context.root)
  else if (entry.isDirectory()) yield* walk(location, path, context)
  else yield* listFile(location, path, context.limits)
}

/**
 * What becomes of a link in a folder.
 * @param root the folder that was named, without links
 */
export async function judgeLink(location: Buffer | string, path: string, root: string): Promise<Found> {
  try {
    const target = await realpath(location)
    const inside = target === root || target.startsWith(root.endsWith(sep) ? root : root + sep)
    return inside
      ? skipped(path, 'link')
      : refused(path, problem('link-leads-out', { path, target: readableName(Buffer.from(target)) }))
  } catch (error) {
    return refused(path, unreadable(path, error))
  }
}

const unreadable = (path: string, error: unknown) =>
  problem('unreadable-path', { path: path || '.', ...systemCauseOrMessage(error) })
