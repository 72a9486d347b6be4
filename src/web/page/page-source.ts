import type { PageSize } from './lay-out-pages.ts'

/** The pages of a document as pictures, drawn by whoever can: the browser a PDF, the server a scan. */
export interface PageSource {
  /** Of each page; all of them are taken to be as the first one until `measure` has looked. */
  readonly sizes: readonly PageSize[]
  measure(): Promise<readonly PageSize[]>
  /** Whether a page that is drawn already only needs to be stretched when it is zoomed. */
  readonly isSameAtEveryScale: boolean
  /**
   * Draws a page.
   * @param number from 1
   * @param scale CSS pixels for a point
   * @throws the signal's reason, or an `ApiError` that says why it cannot be shown
   */
  draw(number: number, scale: number, signal: AbortSignal): Promise<HTMLElement>
  /** Gives the words of a page, to be laid over it and selected; null for a page without. Null where all pages are pictures alone. */
  readonly words: ((number: number, signal: AbortSignal) => Promise<HTMLElement | null>) | null
}
