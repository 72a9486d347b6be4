import type { Archive } from '../../archive/archive.ts'
import type { StoredDocument } from '../../archive/stored-document.ts'
import { ProblemError, problem } from '../../problem.ts'
import { findDocument } from './find-document.ts'

/** A document whose pages are pictures. @throws ProblemError `not-found`, `no-page-pictures` */
export async function findScan(archive: Archive, id: string): Promise<StoredDocument> {
  const document = await findDocument(archive, id)
  const type = document.mediaType ?? 'application/octet-stream'
  if (!type.startsWith('image/')) throw new ProblemError(problem('no-page-pictures', { type }))
  return document
}
