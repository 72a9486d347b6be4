import { PAGE_NUMBER } from '../page-number.ts'
import type { LineRole } from '../source-document.ts'
import type { PageLine } from './page-lines.ts'

/** Heads and feet stand in the outer parts of a page, as shares of its height. */
const HEAD_ZONE = 0.12
const FOOT_ZONE = 0.88

/** On so many pages a text must stand at the same place to be a running head. */
const MIN_REPEATS = 3

/** Lines looked at from the top and from the bottom of a page. */
const OUTER_LINES = 3

/**
 * Tells page numbers and running heads and feet from the text: a lone number at the edge of a page that is the page's own or
 * counts on from page to page, and a text that comes again at the same place of many pages.
 * @param pages the lines of each page in reading order
 */
export function lineRoles(pages: readonly (readonly PageLine[])[]): ReadonlyMap<PageLine, LineRole> {
  const outer = pages.map(outerLines)
  const numbers = pageNumbers(outer)
  const repeats = new Map<string, PageLine[]>()
  for (const line of outer.flat()) {
    const key = `${line.text.replace(/\d+/g, '#')} ${Math.round(line.baseline / 6)}`
    const same = repeats.get(key) ?? []
    repeats.set(key, same)
    same.push(line)
  }
  const heads = [...repeats.values()].filter(lines => new Set(lines.map(line => line.page)).size >= MIN_REPEATS)
  return new Map<PageLine, LineRole>([
    ...heads.flat().map(line => [line, 'running-head'] as const),
    ...numbers.map(line => [line, 'page-number'] as const),
  ])
}

/** Rows of tables repeat at the top of pages as well, and are no heads. */
const outerLines = (lines: readonly PageLine[]): PageLine[] => {
  const sorted = [...lines].sort((one, other) => one.baseline - other.baseline)
  const top = sorted.slice(0, OUTER_LINES).filter(line => line.baseline < HEAD_ZONE * line.frame.height)
  const bottom = sorted.slice(-OUTER_LINES).filter(line => line.baseline > FOOT_ZONE * line.frame.height)
  return [...new Set([...top, ...bottom])].filter(line => line.kind !== 'row')
}

/** Candidates whose distance to the number of their page is zero, or the same on another page. */
function pageNumbers(outer: readonly (readonly PageLine[])[]): PageLine[] {
  const candidates = outer.flat().flatMap(line => {
    const number = PAGE_NUMBER.exec(line.text)?.[1]
    return number === undefined ? [] : [{ line, offset: Number(number) - line.page }]
  })
  const pagesWith = (offset: number): number =>
    new Set(candidates.filter(candidate => candidate.offset === offset).map(({ line }) => line.page)).size
  const counted = new Map(
    [...new Set(candidates.map(({ offset }) => offset))].map(offset => [offset, pagesWith(offset)]),
  )
  return candidates.filter(({ offset }) => offset === 0 || (counted.get(offset) ?? 0) > 1).map(({ line }) => line)
}
