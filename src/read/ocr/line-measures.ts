import { extentOf } from './letter-extent.ts'
import type { RecognisedWord } from './recognised-word.ts'

/** A line as the engine set it, with the measures that its words agree on. All in pixels. */
export interface MeasuredLine {
  readonly words: readonly RecognisedWord[]
  readonly size: number
  readonly baseline: number
}

/** Lines whose size differs by less from that of most of the page's text have the same size: boxes are a pixel or two off. */
const SAME_SIZE = 0.18

/**
 * Gives each line of a page one font size and one baseline: the middle of what its words' boxes give, so that a wobbling word or
 * a wrong letter changes neither.
 */
export function measuredLines(words: readonly RecognisedWord[]): MeasuredLine[] {
  const lines = [...byLine(words).values()]
  const sizes = lines.map(sizeOf)
  const usual = usualSize(lines, sizes)
  return lines.map((line, i) => {
    const own = sizes[i] ?? usual
    const size = usual > 0 && Math.abs(own - usual) <= SAME_SIZE * usual ? usual : own
    return { words: line, size, baseline: baselineOf(line, size) }
  })
}

const byLine = (words: readonly RecognisedWord[]): Map<number, RecognisedWord[]> => {
  const lines = new Map<number, RecognisedWord[]>()
  for (const word of words) {
    const line = lines.get(word.line) ?? []
    lines.set(word.line, line)
    line.push(word)
  }
  return lines
}

/** Null where no word of the line tells. */
function sizeOf(line: readonly RecognisedWord[]): number | null {
  const told = line.flatMap(({ text, box }) => {
    // the box of a word with a stroke in it reaches over the whole line
    const extent = text.includes('/') ? null : extentOf(text)
    return extent === null ? [] : [{ size: (box[3] - box[1]) / (extent.above + extent.below), letters: text.length }]
  })
  const long = told.filter(({ letters }) => letters > 2)
  return median((long.length > 0 ? long : told).map(({ size }) => size))
}

function usualSize(lines: readonly (readonly RecognisedWord[])[], sizes: readonly (number | null)[]): number {
  const letters = lines.flatMap((line, i) => {
    const size = sizes[i]
    return size === null || size === undefined
      ? []
      : Array.from({ length: line.reduce((sum, word) => sum + word.text.length, 0) }, () => size)
  })
  return median(letters) ?? 0
}

function baselineOf(line: readonly RecognisedWord[], size: number): number {
  const feet = line.flatMap(({ text, box }) => {
    const extent = extentOf(text)
    return extent === null ? [] : [box[3] - extent.below * size]
  })
  return median(feet) ?? median(line.map(({ box }) => box[3])) ?? 0
}

/** Of an even number of values the lower of the two in the middle; null of none. */
const median = (values: readonly number[]): number | null =>
  [...values].sort((one, other) => one - other)[(values.length - 1) >> 1] ?? null
