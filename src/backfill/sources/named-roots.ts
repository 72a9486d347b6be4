import { lstat, realpath, stat } from 'node:fs/promises'
import { dirname, normalize, resolve, sep } from 'node:path'
import { isDynamicPattern } from 'tinyglobby'
import { problem } from '../../problem.ts'
import { systemCauseOrMessage } from '../../system-cause.ts'
import { type Found, refused, skipped } from './found.ts'
import { globPaths } from './glob-paths.ts'
import { noDocument } from './no-document.ts'
import { judgeLink } from './walk-folder.ts'

/** A file or folder that was named, or that a named pattern means. */
export interface Root {
  readonly kind: 'root'
  /** Where it lies, without links. */
  readonly location: string
  /** As it was named, with `/` between its parts and none behind it; '' for the folder that the command runs in. */
  readonly path: string
  readonly folder: boolean
}

/** As people named it, in one form on all systems. */
const shown = (name: string): string => {
  const plain = normalize(name).split(sep).join('/')
  return plain === './' || plain === '.' ? '' : plain.replace(/(?<=.)\/+$/, '')
}

const rootOf = async (name: string, cwd: string): Promise<Root | Found> => {
  const path = shown(name)
  try {
    const location = await realpath(resolve(cwd, name))
    return { kind: 'root', location, path, folder: (await stat(location)).isDirectory() }
  } catch (error) {
    return refused(path, problem('unreadable-path', { path: path || '.', ...systemCauseOrMessage(error) }))
  }
}

/** What a pattern means, by the bytes of the names. Links that it meets are judged as those in a folder are. */
const rootsOfPattern = async (pattern: string, cwd: string): Promise<(Root | Found)[]> => {
  const matches = await globPaths(pattern.split(sep).join('/'), cwd)
  if (matches.length === 0) return [refused(pattern, problem('nothing-matches', { pattern }))]
  const base = await realpath(resolve(cwd, fixedPart(pattern)))
  return await Promise.all(
    matches.map(async match => {
      const path = shown(match)
      const reason = noDocument(path.split('/').at(-1) ?? '')
      if (reason !== null) return skipped(path, reason)
      const location = resolve(cwd, match)
      const link = await lstat(location).then(
        stats => stats.isSymbolicLink(),
        () => false,
      )
      return link ? await judgeLink(location, path, base) : await rootOf(match, cwd)
    }),
  )
}

/** The folder before the first part of a pattern that stands for several names. */
const fixedPart = (pattern: string): string => {
  const parts = pattern.split('/')
  const at = parts.findIndex(part => isDynamicPattern(part))
  const fixed = parts.slice(0, at).join('/')
  return fixed === '' ? (pattern.startsWith('/') ? '/' : '.') : fixed
}

/** Some ancestor of a path, itself not counted, that is in a set. */
const liesIn = (location: string, folders: ReadonlySet<string>): boolean => {
  for (let at = location; dirname(at) !== at; at = dirname(at)) if (folders.has(dirname(at))) return true
  return false
}

/**
 * The files and folders that names on a command line mean: paths, or patterns for shells that do not expand them. What exists
 * under a name is taken for it, though it looks like a pattern. What lies in another named folder is skipped.
 * @param cwd the folder that relative names start from
 */
export async function namedRoots(names: readonly string[], cwd: string): Promise<(Root | Found)[]> {
  const all: (Root | Found)[] = []
  for (const name of names) {
    const exists = await lstat(resolve(cwd, name)).then(
      () => true,
      () => false,
    )
    if (exists || !isDynamicPattern(name)) all.push(await rootOf(name, cwd))
    else all.push(...(await rootsOfPattern(name, cwd)))
  }
  const folders = new Set(all.filter(each => each.kind === 'root').flatMap(each => (each.folder ? each.location : [])))
  const seen = new Set<string>()
  return all.map(each => {
    if (each.kind !== 'root') return each
    if (seen.has(each.location) || liesIn(each.location, folders)) return skipped(each.path || '.', 'named-twice')
    seen.add(each.location)
    return each
  })
}
