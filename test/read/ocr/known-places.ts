import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Box, Extraction } from '../../../src/contract/index.ts'
import { ScanTruth } from '../../tools/scans/truth.ts'

export const SCANS = fileURLToPath(new URL('../../../fixtures/scans/', import.meta.url))

/** How the box of an observation agrees with the place where its number is known to be printed. */
export interface BoxOnScan {
  readonly number: string
  readonly box: Box
  /** The printed word that holds the number and is nearest to the box; null where no word of the page holds it. */
  readonly word: string | null
  /** Share of the number's place that the box covers, 0–1. */
  readonly covered: number
  /** Area of the box as many times that of the number's place. */
  readonly size: number
}

/**
 * Looks up the numbers of all observations in the truth beside a scan.
 * @param scan name of the JSON file in fixtures/scans, without ending
 * @param first the page of the scan that is the first page of the extraction, from 1
 */
export const boxesOnScan = (extraction: Extraction, scan: string, first = 1): BoxOnScan[] => {
  const truth = ScanTruth.parse(JSON.parse(readFileSync(`${SCANS}${scan}.json`, 'utf8')))
  return extraction.observations.map(({ evidence: { page, box, start, end } }) => {
    const number = extraction.text.slice(start, end)
    const printed = truth.pages[first - 2 + (page ?? 0)]
    if (printed === undefined || box === null) throw new Error(`"${number}" has no page or no box`)
    const places = printed.words.flatMap(word => placesIn(word, number, 72 / printed.dpi))
    const best = places.sort((a, b) => shared(b.place, box) - shared(a.place, box))[0]
    if (!best) return { number, box, word: null, covered: 0, size: 0 }
    return {
      number,
      box,
      word: best.text,
      covered: shared(best.place, box) / area(best.place),
      size: area(box) / area(best.place),
    }
  })
}

/** Advance widths of Times-like fonts, in digits. */
const widthOf = (letter: string): number =>
  /[.,;:|'’]/.test(letter) ? 0.5 : /[-/()]/.test(letter) ? 0.63 : letter === '%' ? 1.67 : 1

const widthOfText = (text: string): number => Array.from(text).reduce((sum, letter) => sum + widthOf(letter), 0)

/** Every place of a number in a word, in points. */
const placesIn = (
  { text, box: [left, top, right, bottom] }: ScanTruth['pages'][number]['words'][number],
  number: string,
  points: number,
) => {
  const places: { text: string; place: Box }[] = []
  const all = widthOfText(text)
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    const from = left + ((right - left) * widthOfText(text.slice(0, at))) / all
    const to = left + ((right - left) * widthOfText(text.slice(0, at + number.length))) / all
    places.push({ text, place: [from * points, top * points, to * points, bottom * points] })
  }
  return places
}

const area = ([left, top, right, bottom]: Box): number => Math.max(0, right - left) * Math.max(0, bottom - top)

const shared = (a: Box, b: Box): number =>
  area([Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])])

/** The number is the whole word; of others only a part of the word's box is meant, and where it ends is reckoned. */
export const standsAlone = ({ number, word }: BoxOnScan): boolean => number === word
