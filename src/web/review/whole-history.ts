import type { DecisionHistory } from '../../contract/index.ts'
import type { WholeHistory } from './calls.ts'

/**
 * All pages of a history, one after the other.
 * @param page asks for the one behind a version
 */
export const wholeHistory = async (page: (after: number) => Promise<DecisionHistory>): Promise<WholeHistory> => {
  const pages: DecisionHistory[] = []
  for (let after: number | null = 0; after !== null; ) {
    const found: DecisionHistory = await page(after)
    pages.push(found)
    after = found.next
  }
  return { decisions: pages.flatMap(each => each.decisions), undone: pages.flatMap(each => each.undone) }
}
