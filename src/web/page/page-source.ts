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
  /** Sets words that can be selected over a page; null where pages are pictures alone. */
  readonly setWords: ((number: number, layer: HTMLElement, signal: AbortSignal) => Promise<void>) | null
}
