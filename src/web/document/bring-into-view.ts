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

/**
 * Brings an element of the text into view, unless it is already: to the middle of the pane, or the whole of its table's box,
 * which is never higher than the pane, and the element to the middle of that, so that its headers are seen with it.
 */
export const bringIntoView = (element: Element, pane: Element): void => {
  const box = element.closest('.data-table')
  const shown = box ?? element
  if (!inSight(shown.getBoundingClientRect(), pane.getBoundingClientRect())) {
    shown.scrollIntoView({ block: box === null ? 'center' : 'nearest', inline: 'nearest' })
  }
  if (box !== null) centreIn(element, box)
}
