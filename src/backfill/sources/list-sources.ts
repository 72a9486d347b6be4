import type { Found } from './found.ts'
import { listFile } from './list-file.ts'
import { namedRoots } from './named-roots.ts'
import type { SourceLimits } from './source-limits.ts'
import { walkFolder } from './walk-folder.ts'

/**
 * Lists the files that paths mean: files, folders with all below them, patterns (`'2010/**\/*.doc'`), and what zips hold, zips
 * within them too. The order is that of the names given, then of the bytes of names, then that of a zip; it is the same each
 * time. Whatever is met is told once: as an item, as refused with its problem, or as skipped with its reason. Only names are kept
 * in memory.
 * @param names as on a command line; `-` has no meaning
 * @param cwd the folder that relative names start from
 */
export async function* listSources(
  names: readonly string[],
  limits: SourceLimits,
  cwd: string = process.cwd(),
): AsyncGenerator<Found> {
  const roots = await namedRoots(names, cwd)
  const named = new Set(roots.map(({ path }) => path))
  for (const root of roots) {
    if (root.kind !== 'root') yield root
    else if (root.folder) {
      // A link in a folder is not followed; one that is named itself, too, is told by its name.
      for await (const found of walkFolder(root.location, root.path, limits)) if (!named.has(found.path)) yield found
    } else yield* listFile(root.location, root.path, limits)
  }
}
