import { lstat, realpath, stat } from 'node:fs/promises'
import { dirname, normalize, relative, resolve, sep } from 'node:path'
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

/** The path under which a location is listed; null where no root holds it. */
const listedPath = (location: string, roots: ReadonlyMap<string, Root>): string | null => {
  for (let at = location; ; at = dirname(at)) {
    const root = roots.get(at)
    if (root !== undefined)
      return [root.path, ...relative(at, location).split(sep)].filter(part => part !== '').join('/')
    if (dirname(at) === at) return null
  }
}

/**
 * The files and folders that names on a command line mean: paths, or patterns for shells that do not expand them. What exists
 * under a name is taken for it, though it looks like a pattern. What is named under several paths, or lies in another named folder,
 * is skipped under all but one; a path that is given again is not told again.
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
  const roots = new Map<string, Root>()
  for (const each of all)
    if (each.kind === 'root' && !roots.has(each.location) && !liesIn(each.location, folders))
      roots.set(each.location, each)
  const paths = new Set([...roots.values()].map(({ path }) => path))
  return all.flatMap(each => {
    if (each.kind === 'root') {
      if (roots.get(each.location) === each) return each
      if (listedPath(each.location, roots) === each.path) return []
    }
    if (paths.has(each.path)) return []
    paths.add(each.path)
    return each.kind === 'root' ? skipped(each.path || '.', 'named-twice') : each
  })
}
