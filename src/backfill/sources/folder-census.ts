/** The names that a zip was found to hold, so far. */
export interface FolderCensus {
  /** Notes an entry: its folders hold something. Folders end with `/`. */
  see(name: string): void
  /** Whether a name is asked for the first time. */
  isFirst(name: string): boolean
  /** The name, with `#2` and so on behind it where it was given out before: a zip may hold one name twice. */
  unique(name: string): string
  readonly folders: ReadonlySet<string>
  readonly filled: ReadonlySet<string>
}

export function folderCensus(): FolderCensus {
  const folders = new Set<string>()
  const filled = new Set<string>()
  const asked = new Set<string>()
  const given = new Set<string>()
  return {
    folders,
    filled,
    see(name) {
      const bare = name.replace(/\/+$/, '')
      if (bare !== name) folders.add(bare)
      for (let at = bare.lastIndexOf('/'); at > 0; at = bare.lastIndexOf('/', at - 1)) {
        const folder = bare.slice(0, at)
        if (filled.has(folder)) return
        filled.add(folder)
      }
    },
    isFirst(name) {
      const first = !asked.has(name)
      asked.add(name)
      return first
    },
    unique(name) {
      let free = name
      for (let n = 2; given.has(free); n++) free = `${name}#${n}`
      given.add(free)
      return free
    },
  }
}

/** Folders that hold neither files nor folders, in the order of their names; each with `/` behind it. */
export const emptyFolders = ({ folders, filled }: FolderCensus): string[] =>
  [...folders]
    .filter(folder => !filled.has(folder))
    .sort()
    .map(folder => `${folder}/`)
