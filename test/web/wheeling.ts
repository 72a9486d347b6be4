import type { Page } from 'playwright-core'

/** CSS pixels. */
const LITTLE = 10
/** Questions, of which twenty are asked a second. */
const OFTEN = 20

/**
 * Asks a page something again and again, and turns the wheel a little further now and then: where a busy page has heard nothing of
 * the first turn, it follows the next.
 */
export const wheeling = <T>(page: Page, ask: () => Promise<T>): (() => Promise<T>) => {
  let asked = 0
  return async () => {
    asked += 1
    if (asked % OFTEN === 0) await page.mouse.wheel(0, LITTLE)
    return ask()
  }
}
