import type { Box, Span } from '../../../contract/index.ts'

/** Where a statistic stands that was missed. */
export type AddPlace =
  /** Words of the text, as it is shown. */
  | ({ readonly kind: 'words' } & Span)
  /** A box on a page, with what is to be read there; empty where the page does not tell. */
  | { readonly kind: 'box'; readonly page: number; readonly box: Box; readonly quote: string }
