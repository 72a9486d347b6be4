import type { Page } from 'playwright-core'

/** The ids of the records whose parts stand whole within what a pane shows. */
export const inSight = (page: Page, pane: string, parts: string): Promise<string[]> =>
  page.evaluate(`(() => {
    const frame = document.querySelector('${pane}').getBoundingClientRect()
    return [...document.querySelectorAll('${parts}')].filter(each => {
      const { top, bottom } = each.getBoundingClientRect()
      return top >= frame.top && bottom <= frame.bottom
    }).flatMap(each => (each.dataset.id ?? each.dataset.records).split(' '))
  })()`)
