import type { StoredDocument } from '../archive/stored-document.ts'
import type { Language } from '../contract/index.ts'
import { problemDetails } from './problem-details.ts'
import type { ArchivedDocument } from './schemas.ts'

export const documentAddress = (id: string): string => `/v1/documents/${id}`

/** A document of the archive as an answer shows it: its problem, if it has one, as problem details. */
export const presentDocument = (document: StoredDocument, language: Language): ArchivedDocument => ({
  ...document,
  problem: document.problem === null ? null : problemDetails(document.problem, language, documentAddress(document.id)),
})
