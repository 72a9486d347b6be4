import type { PageLine } from './page-lines.ts'

/** Footnotes are set in smaller type than the text, at most this share of it. */
const SMALLER = 0.9

const MARK = /^[⁰¹²³⁴⁵⁶⁷⁸⁹*]/

/** The size that most of a document's text has. */
export function textSize(lines: readonly PageLine[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
  }
  return [...letters].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0
}

/**
 * The footnotes of a page: the lines in small type at its end, from the first one that begins with a raised mark on. They would
 * part a paragraph that goes on on the next page, so they are read after the body.
 * @param lines the page's body lines in reading order
 */
export function footnotesOf(lines: readonly PageLine[], size: number): readonly PageLine[] {
  let from = lines.length
  while (from > 0 && isSmall(lines[from - 1], size)) from--
  const first = lines.findIndex((line, i) => i >= from && MARK.test(line.text))
  return first < 0 ? [] : lines.slice(first)
}

const isSmall = (line: PageLine | undefined, size: number): boolean =>
  line !== undefined && line.kind === 'running' && line.size <= SMALLER * size
