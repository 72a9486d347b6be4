import { isEncodedText } from '../../repair/encodings/detect.ts'
import { plausibilityOf } from '../../repair/plausible.ts'
import type { PagePieces } from './page-pieces.ts'
import { lineText, segmentLine } from './segments.ts'
import { visualLines } from './visual-lines.ts'

/** What the text layer of a page is worth. */
export type LayerVerdict =
  | 'sound'
  /** There is none. */
  | 'none'
  /** So little that it may be a signature or a number set over a scan. */
  | 'little'
  /** Letters are lost or wrong throughout. */
  | 'garbage'
  /** Without marks, as an old recognition leaves a scan, or as the text was typed. */
  | 'markless'
  /** Blanks stand in its numbers. */
  | 'torn'

/** A page with fewer letters is looked at: the overlay of a digital signature has a few hundred, a page of text thousands. */
const LITTLE = 700

/**
 * Measured on the pages of all fixtures: of Vietnamese text at least two thirds of the words carry a mark; of text whose letters
 * are lost (`C NG HOÀ XÃ H I`) or taken for English (`uY BAN NgAN nAN`) less than a third.
 */
const LEAST_MARKED = 0.45
/** Words that a judgement needs. */
const ENOUGH_WORDS = 12

/** Numbers torn apart (`3 0.000`, `1. 840`, `12 ,5`): so many, and this share of all numbers of a page. */
const TORN = /\d \.\d{3}(?!\d)|\d 0{1,2}\.\d{3}(?!\d)|\d\. \d{3}(?!\d)|\d ,\d|\d, \d+ ?%/g
const TORN_LEAST = 3
const TORN_SHARE = 0.1

/** The text of a page, line by line. */
export const textOf = ({ directions }: PagePieces): string =>
  directions.flatMap(({ pieces }) => visualLines(pieces).map(line => lineText(segmentLine(line)))).join('\n')

export function layerVerdict(text: string): LayerVerdict {
  const letters = lettersIn(text)
  if (letters === 0 && !/\d/.test(text)) return 'none'
  const doubt = doubtOf(text)
  if (doubt !== null) return doubt
  if (isTorn(text)) return 'torn'
  return letters < LITTLE ? 'little' : 'sound'
}

export const lettersIn = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0

/** A private use area and replacement characters say themselves that the file gives its glyphs no meaning. */
const MEANINGLESS = /[\uE000-\uF8FF\uFFFD]/g
const MEANINGLESS_SHARE = 0.1

/** Letters are lost where so many words are pieces; text in another alphabet of signs has so many of them. */
const PIECES_SHARE = 0.1
/** Where no word at all has a mark, `TH`, `KH` and `TT` are rather abbreviations. */
const PIECES_SHARE_MARKLESS = 0.4
const SIGNS_SHARE = 0.05

function doubtOf(text: string): 'garbage' | 'markless' | null {
  const letters = lettersIn(text)
  const meaningless = text.match(MEANINGLESS)?.length ?? 0
  const { words, marked, pieces } = plausibilityOf(text)
  const isMeaningless = meaningless > MEANINGLESS_SHARE * (letters + meaningless)
  if (!isMeaningless && (words < ENOUGH_WORDS || marked >= LEAST_MARKED)) return null
  if (isEncodedText(text)) return null
  const signs = text.match(/[^\p{ASCII}\s–—“”‘’…•]/gu)?.length ?? 0
  return isMeaningless || pieces >= (marked > 0 ? PIECES_SHARE : PIECES_SHARE_MARKLESS) || signs > SIGNS_SHARE * letters
    ? 'garbage'
    : 'markless'
}

function isTorn(text: string): boolean {
  const numbers = text.match(/\d+(?:[.,]\d+)*/g)?.length ?? 0
  const torn = text.match(TORN)?.length ?? 0
  return torn >= TORN_LEAST && torn >= TORN_SHARE * numbers
}
