/** What is looked at, and where the tab key stops among the records where nothing is. */
const PLACES = [
  '.records [aria-current="true"] .record-label',
  '.flag-side [data-flag][aria-current="true"] a',
  '.records .record-label[tabindex="0"]',
]

/** Gives the keyboard back to what is looked at, where the element that had it is gone. */
export const focusRecords = (): void => {
  if (document.activeElement !== null && document.activeElement !== document.body) return
  for (const place of PLACES) {
    const found = document.querySelector<HTMLElement>(place)
    if (found === null) continue
    found.focus({ preventScroll: true })
    return
  }
}
