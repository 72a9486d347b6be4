import { useCallback, useRef } from 'preact/hooks'
import type { PagePlace } from './marked.ts'
import { selectedPlace } from './selected-place.ts'

interface Taking {
  readonly pane: HTMLElement | null
  /** A box is being drawn: what may still be selected from before is not meant. */
  readonly isDrawing: boolean
  /** Pages without words are drawn on by the mouse, which lets go by itself. */
  readonly hasWords: boolean
  readonly place: PagePlace | null
  readonly onBox: (place: PagePlace | null) => void
}

/** Whether a click there lets go of a place: of selected words everywhere on a page, of a box unless a mark was meant. */
const letsGo = (target: Element, { between }: PagePlace): boolean =>
  target.closest('.sheet') !== null && (between !== undefined || target.closest('.sheet-mark') === null)

/** Takes the words that were selected on a page for the place of a record; where none are any more, lets go of it. */
export const useTakenWords = (taking: Taking): ((event: Event) => void) => {
  const now = useRef(taking)
  now.current = taking
  return useCallback((event: Event) => {
    const { target } = event
    // The browser has the selection of a click only after it.
    setTimeout(() => {
      const { pane, isDrawing, hasWords, place, onBox } = now.current
      if (pane === null || isDrawing) return
      const words = selectedPlace(pane)
      if (words !== null) onBox(words)
      else if (event instanceof PointerEvent && hasWords && place !== null && target instanceof Element) {
        if (letsGo(target, place)) onBox(null)
      }
    })
  }, [])
}
