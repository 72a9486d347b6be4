import type { PartLayout } from '../ocr/part-layout.ts'
import type { PageSize } from './frame.ts'
import type { Ink } from './page-ink.ts'
import type { PageLayout } from './page-layout.ts'

/** A page with its text laid out: that of its text layer, or what was read from its image. */
export interface LaidPage {
  /** From 1. */
  readonly number: number
  /** Of the page as shown, in points. */
  readonly size: PageSize
  readonly text:
    | { readonly readBy: 'pdf-text'; readonly layout: PageLayout; readonly inks: readonly Ink[] }
    /** Two parts where the image shows two pages of paper; none where it shows none that could be read. */
    | { readonly readBy: 'ocr'; readonly parts: readonly PartLayout[] }
}
