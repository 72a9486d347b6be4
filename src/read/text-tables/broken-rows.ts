import type { SourceLine } from '../source-document.ts'

/** More lines than this belong to no one cell. */
const MOST_LINES = 5

/** The beginning of what goes on within a cell: words, no number and no outline mark of a new row. */
const GOES_ON = /^\s?(?:\p{L}{2}|[(%])(?![.)])/u
const GOES_ON_LOWER = /^\s?(?:\p{Ll}{2}|[(%])/u

/**
 * Puts the lines of rows together that a line break within a cell has cut: each has fewer tabs than the rows of the table, and
 * together they have as many.
 *
 *     TT⇥Xã, thị trấn⇥Tổng số
 *     HTX⇥Chia theo lĩnh vực⇥⇥⇥⇥Số tổ
 *     hợp tác
 *
 * @param lines all lines of a text
 * @returns for the first line of each cut row all lines of it
 */
export const brokenRows = (text: string, lines: readonly SourceLine[]): ReadonlyMap<SourceLine, SourceLine[]> => {
  const broken = new Map<SourceLine, SourceLine[]>()
  if (!text.includes('\t')) return broken
  const raw = (line: SourceLine | undefined) => (line === undefined ? '' : text.slice(line.start, line.end))
  let from = 0
  while (from < lines.length) {
    let to = from
    while (to < lines.length && lines[to]?.role === 'body' && raw(lines[to]).trim() !== '') to++
    if (to > from) joinIn(lines.slice(from, to), raw, broken)
    from = Math.max(to, from + 1)
  }
  return broken
}

const joinIn = (
  lines: readonly SourceLine[],
  raw: (line: SourceLine | undefined) => string,
  broken: Map<SourceLine, SourceLine[]>,
): void => {
  const tabs = lines.map(line => raw(line).split('\t').length - 1)
  const width = usual(tabs)
  if (width < 2) return
  let inHead = true
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at]
    const count = tabs[at] ?? 0
    const text = raw(first)
    if (first === undefined || count === 0) continue
    inHead &&= !/\t\s*[-–]?\d[\d.,]*\s*%?(?:\t|$)/u.test(text) || /\t(?:19|20)\d\d(?:\t|$)/u.test(text)
    if (count >= width || /\t\s*$/u.test(text)) continue
    const last = completedAt(at, tabs, width, next => (inHead ? GOES_ON : GOES_ON_LOWER).test(raw(lines[next])))
    if (last === null) continue
    broken.set(first, lines.slice(at, last + 1))
    at = last
  }
}

/** The line with which a row has as many tabs as others; lines without one may stand before it, and behind it at most one. */
const completedAt = (
  at: number,
  tabs: readonly number[],
  width: number,
  goesOn: (line: number) => boolean,
): number | null => {
  let sum = tabs[at] ?? 0
  for (let next = at + 1; next < Math.min(tabs.length, at + MOST_LINES); next++) {
    if (!goesOn(next)) return null
    sum += tabs[next] ?? 0
    if (sum > width) return null
    if (sum === width) {
      let last = next
      while (tabs[last + 1] === 0 && last + 1 < at + MOST_LINES && goesOn(last + 1) && last + 2 < tabs.length) last++
      return last
    }
  }
  return null
}

/** How many tabs most rows have that have several; the larger number of two that are as frequent. */
const usual = (tabs: readonly number[]): number => {
  const counts = new Map<number, number>()
  for (const count of tabs) if (count > 1) counts.set(count, (counts.get(count) ?? 0) + 1)
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || b - a)
  return most?.[0] ?? 0
}
