import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/**
 * Says whether the tab key stops at an element of a list that has one stop in all. Once the page is painted: the element that has the
 * focus, when it is told so, has all that is about to be drawn laid out at once.
 */
export const useTabStop = (element: RefObject<HTMLElement | null>, isStop: boolean): void => {
  useEffect(() => {
    if (element.current !== null) element.current.tabIndex = isStop ? 0 : -1
  }, [element, isStop])
}
