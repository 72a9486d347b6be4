import type { Extraction } from '../../contract/index.ts'

/** What was read of a document, and what names this reading in the versions of its records; null where the server does not say. */
export interface Reading {
  readonly extraction: Extraction
  readonly name: string | null
}
