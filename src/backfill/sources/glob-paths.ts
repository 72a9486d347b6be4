import { type Dirent, readdir } from 'node:fs'
import { glob } from 'tinyglobby'

type Callback = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void

/** tinyglobby leaves links out where it does not follow them; as files they are in its answer, for the caller to judge. */
const asFile = (entry: Dirent): Dirent =>
  entry.isSymbolicLink()
    ? Object.assign(Object.create(entry) as Dirent, { isFile: () => true, isSymbolicLink: () => false })
    : entry

const linksAsFiles = (path: string, options: { withFileTypes: true }, callback: Callback): void =>
  readdir(path, options, (error, entries) => callback(error, error === null ? entries.map(asFile) : entries))

/**
 * The files, folders and links that a pattern means, by the bytes of their names. Nothing behind a link is looked at.
 * @param pattern with `/` between its parts
 * @param cwd the folder that it starts from
 */
export async function globPaths(pattern: string, cwd: string): Promise<string[]> {
  const paths = await glob(pattern, {
    cwd,
    dot: true,
    onlyFiles: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    fs: { readdir: linksAsFiles as typeof readdir },
  })
  return paths.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
}
