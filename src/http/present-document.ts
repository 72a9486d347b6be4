import type { Held } from '../archive/assignments.ts'
import type { StoredDocument } from '../archive/stored-document.ts'
import type { Language } from '../contract/index.ts'
import { problemDetails } from './problem-details.ts'
import type { ArchivedDocument } from './schemas.ts'

export const documentAddress = (id: string): string => `/v1/documents/${id}`

/**
 * A document of the archive as an answer shows it: its problem, if it has one, as problem details.
 * @param held who has it to himself now
 */
export const presentDocument = (
  document: StoredDocument,
  held: Held | null | undefined,
  language: Language,
): ArchivedDocument => ({
  ...document,
  assignment:
    held == null
      ? null
      : { who: held.who, since: new Date(held.since).toISOString(), until: new Date(held.until).toISOString() },
  problem: document.problem === null ? null : problemDetails(document.problem, language, documentAddress(document.id)),
})
