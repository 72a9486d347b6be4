import type { Span } from '../../../contract/index.ts'
import { TextStretches } from '../text-stretches.ts'

const FOUND = 'found'
const LINE = 'is-found'

/**
 * Lights all places that were found in the drawn text, under what else is lit there: by the browser's highlights, or by their whole
 * lines where a browser has none.
 * @param pane holds the text as `TextPane` draws it
 * @returns what puts it out
 */
export const lightFound = (pane: HTMLElement, spans: readonly Span[]): (() => void) => {
  const stretches = new TextStretches(pane)
  if ('highlights' in CSS) {
    const highlight = new Highlight(...spans.flatMap(span => stretches.ranges(span)))
    highlight.priority = -1
    CSS.highlights.set(FOUND, highlight)
    return () => void CSS.highlights.delete(FOUND)
  }
  const lines = spans.flatMap(span => stretches.in(span))
  for (const line of lines) line.classList.add(LINE)
  return () => {
    for (const line of lines) line.classList.remove(LINE)
  }
}
