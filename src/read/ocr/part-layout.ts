import { type PageLayout, pageLayout } from '../pdf/page-layout.ts'
import type { Piece } from '../pdf/page-pieces.ts'
import type { Rule, Rules } from '../pdf/rules.ts'
import type { CellDifference } from './cells/read-twice.ts'
import { hasEvenBlanks } from './even-blanks.ts'
import { joinedNumbers } from './joined-numbers.ts'
import { legibleWords } from './legible-words.ts'
import { type MeasuredLine, measuredLines } from './line-measures.ts'
import type { ReadPart } from './page-reading.ts'
import { partedWords } from './parted-words.ts'
import type { Affine } from './raster.ts'
import type { RecognisedWord } from './recognised-word.ts'

const POINTS_AN_INCH = 72

/** A page read from an image, laid out as the text of a PDF is. */
export interface PartLayout {
  /** In points of the image as it was prepared: upright and straight. */
  readonly layout: PageLayout
  /** The words that it is made of, in the same points. */
  readonly words: readonly RecognisedWord[]
  /** From these points to the page as shown. */
  readonly toPage: Affine
  readonly dropped: readonly RecognisedWord[]
  readonly differences: readonly CellDifference[]
}

/** Lays out what was read of a page; words that are no text are left out. */
export function partLayout(number: number, part: ReadPart): PartLayout {
  const scale = POINTS_AN_INCH / part.dpi
  const { words, dropped } = legibleWords(part.words)
  const lines = measuredLines(partedWords(words)).map(joinedNumbers)
  const [a, b, c, d, e, f] = part.toPage
  const size = { width: part.width * scale, height: part.height * scale }
  const pieces = lines.flatMap(line => piecesOf(line, scale))
  return {
    layout: pageLayout(number, { size, directions: [{ turn: 0, pieces }] }, inPoints(part.rules, scale)),
    words: lines.flatMap(line => line.words.map(word => ({ ...word, box: scaled(word.box, scale) }))),
    toPage: [a / scale, b / scale, c / scale, d / scale, e, f],
    dropped,
    differences: part.differences,
  }
}

const scaled = ([left, top, right, bottom]: RecognisedWord['box'], scale: number): RecognisedWord['box'] => [
  left * scale,
  top * scale,
  right * scale,
  bottom * scale,
]

const inPoints = ({ horizontal, vertical, crowded }: Rules, scale: number): Rules => {
  const smaller = ({ at, from, to }: Rule): Rule => ({ at: at * scale, from: from * scale, to: to * scale })
  return { horizontal: horizontal.map(smaller), vertical: vertical.map(smaller), crowded }
}

/** A blank between words of a stretched line, in font sizes. */
const BLANK = 0.25

/**
 * Words that the engine set in one line stand beside each other, though their boxes may overlap: each ends before the next begins. In a
 * line that was stretched evenly each reaches up to the next, so that its blanks part nothing.
 */
function piecesOf(line: MeasuredLine, scale: number): Piece[] {
  const { words, size, baseline } = line
  const isStretched = hasEvenBlanks(line)
  const endOf = ([left, , right]: RecognisedWord['box'], next: RecognisedWord | undefined): number => {
    if (next === undefined || next.box[0] <= left + 1) return right
    return isStretched ? Math.max(right, next.box[0] - BLANK * size) : Math.min(right, next.box[0] - 1)
  }
  return words.map(({ text, box }, i) => ({
    text,
    left: box[0] * scale,
    right: endOf(box, words[i + 1]) * scale,
    baseline: baseline * scale,
    size: size * scale,
    spaceBefore: i > 0,
    beginsLine: i === 0,
  }))
}
