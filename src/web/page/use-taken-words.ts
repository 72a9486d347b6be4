import { flushSync } from 'preact/compat'
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
    const take = () => {
      clearTimeout(timer)
      removeEventListener('keydown', take, true)
      const { pane, isDrawing, hasWords, place, onBox } = now.current
      if (pane === null || isDrawing) return
      const words = selectedPlace(pane)
      // At once: the key may be the one that adds a record there.
      const tell = (place: PagePlace | null) => flushSync(() => onBox(place))
      if (words !== null) tell(words)
      else if (event instanceof PointerEvent && hasWords && place !== null && target instanceof Element) {
        if (letsGo(target, place)) tell(null)
      }
    }
    // The browser has the selection of a click only after it; a key that comes sooner is meant for what is selected as well.
    const timer = setTimeout(take)
    addEventListener('keydown', take, true)
  }, [])
}
