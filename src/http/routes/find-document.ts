import { z } from 'zod'
import type { Archive } from '../../archive/archive.ts'
import type { StoredDocument } from '../../archive/stored-document.ts'
import { ProblemError, problem } from '../../problem.ts'

/** The path of all routes on one document. A text of another form than an id names no document: 404. */
export const DocumentParams = z.object({ id: z.string().max(200).describe('The document’s id.') })

/** @throws ProblemError `not-found` */
export async function findDocument(archive: Archive, id: string): Promise<StoredDocument> {
  const document = await archive.find(id)
  if (document === null) throw new ProblemError(problem('not-found', { id }))
  return document
}

/** The problem of asking for the result of a document that has none: its own where it failed, else its state. */
export const withoutResult = (document: StoredDocument): ProblemError =>
  new ProblemError(problem('not-extracted', { state: document.state }))
