import type { Box, Evidence } from '../../../contract/index.ts'
import type { PagesLayout } from '../../page/lay-out-pages.ts'
import { type Ladder, ladderOf } from './ladder.ts'

type Placed = Pick<Evidence, 'start' | 'page' | 'box'>

const middle = ([, top, , bottom]: Box): number => (top + bottom) / 2

/**
 * What of a text stands where on its pages: what is between two numbers whose places are known stands evenly between them.
 * @param numbers in the order of the text; those without a place are left out
 * @param length of the text
 */
export const pageLadder = (layout: PagesLayout, numbers: readonly Placed[], length: number): Ladder =>
  ladderOf([
    { offset: 0, top: 0 },
    ...numbers.flatMap(({ start, page, box }) => {
      const placed = page === null ? undefined : layout.pages[page - 1]
      if (placed === undefined || box === null) return []
      return [{ offset: start, top: placed.top + middle(box) * placed.scale }]
    }),
    { offset: length, top: layout.height },
  ])
