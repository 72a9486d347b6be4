import type { Span } from '../../contract/index.ts'

const NUMERAL = /\d+(?:[.,]\d+)*/gu

/** The numerals of a text, in its order. */
export const numeralsOf = (text: string): readonly Span[] =>
  [...text.matchAll(NUMERAL)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }))

/** The numeral of a text that an offset stands in or beside, within its line; null where none is there. */
export const numeralAround = (text: string, offset: number): Span | null => {
  const line = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  const found = numeralsOf(text.slice(line, end === -1 ? undefined : end)).find(
    numeral => line + numeral.start <= offset && offset <= line + numeral.end,
  )
  return found === undefined ? null : { start: line + found.start, end: line + found.end }
}
