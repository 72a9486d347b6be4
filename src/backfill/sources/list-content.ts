import { problem } from '../../problem.ts'
import type { ByteSource } from './byte-source.ts'
import { type Found, refused, type SourceItem } from './found.ts'
import { listZip } from './list-zip.ts'
import { beginsAsDocument, beginsAsZip, packageKind } from './package-kind.ts'
import type { SourceLimits } from './source-limits.ts'
import { zipBudget } from './zip-budget.ts'

const HEAD = 512

/**
 * Lists what one file gives: itself, or where it is a zip of files, what that holds. Told from its content, never by its name;
 * only where a zip is too damaged to tell, `.zip` decides.
 * @param path how it is shown
 * @param whole the file itself, as an item
 */
export async function* listContent(
  bytes: ByteSource,
  path: string,
  limits: SourceLimits,
  whole: Pick<SourceItem, 'lasting' | 'open'>,
): AsyncGenerator<Found> {
  const head = await bytes.read(0, HEAD)
  if (beginsAsZip(head) && !beginsAsDocument(head)) {
    const kind = await packageKind(bytes)
    if (kind === 'archive' || (kind === 'damaged' && /\.zip$/i.test(path))) {
      yield* listZip(bytes, path, { limits, budget: zipBudget(limits, bytes.size), depth: 1, outermost: path })
      return
    }
  }
  if (bytes.size > limits.maxBytes) yield refused(path, problem('too-large', { limit: limits.maxBytes }))
  else yield { kind: 'item', path, bytes: bytes.size, ...whole }
}
