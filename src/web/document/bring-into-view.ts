interface Frame {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

const inSight = (box: Frame, frame: Frame): boolean =>
  box.top >= frame.top && box.bottom <= frame.bottom && box.left >= frame.left && box.right <= frame.right

/** What its head and the labels of its rows, which stay, leave of a table's box for an element of it. */
const visiblePart = (element: Element, box: Element): Frame => {
  const { top, right, bottom, left } = box.getBoundingClientRect()
  const head = element.closest('thead') === null ? box.querySelector('thead') : null
  const label = element.closest('th') === null ? element.closest('tr')?.querySelector('.keeps-labels th') : null
  return {
    top: head?.getBoundingClientRect().bottom ?? top,
    right,
    bottom,
    left: label?.getBoundingClientRect().right ?? left,
  }
}

/** Scrolls a table's box, and nothing around it, until an element of it stands in the middle. */
const centreIn = (element: Element, box: Element): void => {
  const frame = visiblePart(element, box)
  const place = element.getBoundingClientRect()
  if (inSight(place, frame)) return
  box.scrollTop += (place.top + place.bottom - frame.top - frame.bottom) / 2
  box.scrollLeft += (place.left + place.right - frame.left - frame.right) / 2
}

/** Scrolls a table's box, up or down alone, until an element of it is in sight; nothing where it is in no table. */
export const rowIntoSight = (element: Element): void => {
  const box = element.closest('.data-table')
  if (box === null) return
  const { top, bottom } = visiblePart(element, box)
  const place = element.getBoundingClientRect()
  if (place.top < top || place.bottom > bottom) box.scrollTop += (place.top + place.bottom - top - bottom) / 2
}

/** How far a pane must scroll until a place stands in its middle, or just within it. */
const distance = (place: Frame, frame: Frame, block: 'center' | 'nearest'): number => {
  if (block === 'center') return (place.top + place.bottom - frame.top - frame.bottom) / 2
  return place.top < frame.top ? place.top - frame.top : Math.max(0, place.bottom - frame.bottom)
}

/** A place of the text: an element, and the part of its words that is meant where it is not all of them. */
export interface TextPlace {
  readonly element: Element
  readonly words?: Range | undefined
}

/**
 * Brings a place of the text into view, unless it is already: to the middle of the pane, or the whole of its table's box,
 * which is never higher than the pane, and the place to the middle of that, so that its headers are seen with it. Nothing but
 * the pane is scrolled, so that a narrow page stays where its user is.
 */
export const bringIntoView = ({ element, words }: TextPlace, pane: Element): void => {
  const box = element.closest('.data-table')
  const place = (box ?? words ?? element).getBoundingClientRect()
  const frame = pane.getBoundingClientRect()
  if (!inSight(place, frame)) pane.scrollTop += distance(place, frame, box === null ? 'center' : 'nearest')
  if (box !== null) centreIn(element, box)
}

/** Scrolls the page, where it is longer than the window, until a place that the user asked to see is on the screen. */
export const bringOnScreen = ({ element, words }: TextPlace): void => {
  const place = (words ?? element).getBoundingClientRect()
  if (place.top < 0 || place.bottom > innerHeight) scrollBy(0, (place.top + place.bottom - innerHeight) / 2)
}
