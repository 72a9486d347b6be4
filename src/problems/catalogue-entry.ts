import type { Bilingual } from '../contract/index.ts'

/** One failure that the product can name. `{name}` in a text is filled from the problem's details. */
export interface CatalogueEntry {
  /** HTTP status that goes with it. */
  readonly status: number
  readonly title: Bilingual
  readonly cause: Bilingual
  readonly cure: Bilingual
}
