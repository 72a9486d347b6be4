import type { Box, Extraction, Observation, Origin, Span } from '../../contract/index.ts'
import { MappedText } from '../mapped-text.ts'
import type { LightKind, Lit, PageNumeral, WordsBetween } from './marked.ts'
import { ScannedWords } from './scanned-words.ts'

/** As read: it is by the letters of the file that its words are found on their page. */
type AsRead = Pick<Extraction, 'text' | 'observations' | 'tables' | 'numerals' | 'words'>

interface Placed extends Span {
  readonly page: number
  readonly box: Box
}

/** Letters of the text on each side of words that tell them from others. */
const AROUND = 14

/** Words that stand with the number are lit as its own. */
const NEAR: ReadonlySet<Origin> = new Set(['rule', 'number', 'counter', 'clause', 'sentence', 'figure'])

/**
 * Finds stretches of a text on the pages: by the cell that holds them, by their ink where they were read from an image, or by words, on
 * the pages that come into question.
 */
export class LitPlaces {
  readonly #read: AsRead
  readonly #cells: readonly Placed[]
  /** All that is known to stand on a page, in the order of the text. */
  readonly #known: readonly Placed[]
  readonly #scanned: ScannedWords
  #packed: MappedText | null = null

  constructor(read: AsRead) {
    this.#read = read
    this.#scanned = new ScannedWords(read.text, read.words ?? [])
    const cells = read.tables.flatMap(({ header, rows }) => [...header, ...rows].flat())
    this.#cells = cells.flatMap(({ start, end, page, box }) =>
      page === null || box === null ? [] : [{ start, end, page, box }],
    )
    const numbers = read.observations.flatMap(({ evidence: { start, end, page, box } }) =>
      page === null || box === null ? [] : [{ start, end, page, box }],
    )
    this.#known = [...this.#cells, ...numbers].toSorted((a, b) => a.start - b.start)
  }

  /** Where a stretch stands, or may stand: its words on each page that they may be on. */
  of({ start, end }: Span, kind: LightKind): Lit[] {
    const cell = this.#cells.find(each => each.start <= start && end <= each.end)
    if (cell !== undefined) return [{ page: cell.page, kind, at: { box: cell.box } }]
    const ink = this.#scanned.inkOf({ start, end })
    if (ink.length > 0) return ink.map(({ page, box }) => ({ page, kind, at: { box } }))
    const { text } = this.#read
    const between = {
      before: text.slice(Math.max(0, start - AROUND), start),
      words: text.slice(start, end),
      after: text.slice(end, end + AROUND),
    }
    return this.#pagesOf(start).map(page => ({ page, kind, at: { between } }))
  }

  /** What gave a record its meaning: the heads of its cell, and the words that its attributes were read from. */
  around({ evidence, because }: Pick<Observation, 'evidence' | 'because'>): Lit[] {
    const { cell } = evidence
    const table = this.#read.tables.find(({ id }) => id === cell?.table)
    const cells = table === undefined ? [] : [...table.header, ...table.rows].flat()
    const heads = (cell?.headers ?? []).flatMap(head => {
      const found = cells.find(({ row, column }) => row === head.row && column === head.column)
      return found === undefined ? [] : this.of(found, 'context')
    })
    const words = Object.values(because).flatMap(({ start, end, from }) => {
      if (start === undefined || end === undefined || start >= end) return []
      // The number itself has a light of its own.
      if (start <= evidence.start && evidence.end <= end) return []
      return this.of({ start, end }, NEAR.has(from) ? 'words' : 'context')
    })
    return unlike([...heads, ...words])
  }

  /** What was searched for: several places in a cell light it once. */
  found(spans: readonly Span[]): Lit[] {
    return unlike(spans.flatMap(span => this.of(span, 'found')))
  }

  unexplained(): Lit[] {
    return this.#read.numerals.unexplained.flatMap(numeral => this.of(numeral, 'unexplained'))
  }

  /**
   * The reverse: where a number of a page stands in the text.
   * @returns null where none stands there, or its words not just once
   */
  numeralOn({ page, at }: PageNumeral): Span | null {
    return 'point' in at ? this.#scanned.numeralAt(page, ...at.point) : this.wordsOn(page, at.between)
  }

  /** Where words of a page stand in the text; null where they do not, or not just once. */
  wordsOn(page: number, { before, words, after }: WordsBetween): Span | null {
    this.#packed ??= new MappedText(this.#read.text, withoutBlanks)
    const [head, body, tail] = [before, words, after].map(withoutBlanks) as [string, string, string]
    for (const { from, to } of [this.#textOf(page), { from: 0, to: this.#read.text.length }]) {
      // The words beside them may stand on another page or in another column.
      for (const [first, last] of [
        [head, tail],
        [head, ''],
        ['', tail],
      ] as const) {
        const found = this.#packed.placesOf(first + body + last).filter(({ start, end }) => start >= from && end <= to)
        const [only] = found
        if (only !== undefined && found.length === 1) return this.#within(only, first.length, body.length)
      }
    }
    return null
  }

  /** @param skipped letters from the beginning of a stretch, blanks not counted, as `length` */
  #within({ start, end }: Span, skipped: number, length: number): Span {
    const letters = [...this.#read.text.slice(start, end).matchAll(/\S/g)].map(({ index }) => start + index)
    return { start: letters[skipped] ?? start, end: (letters[skipped + length - 1] ?? end - 1) + 1 }
  }

  /** What of the text may stand on a page: from the last that is known before it to the first behind. */
  #textOf(page: number): { readonly from: number; readonly to: number } {
    return {
      from: this.#known.findLast(known => known.page < page)?.end ?? 0,
      to: this.#known.find(known => known.page > page)?.start ?? this.#read.text.length,
    }
  }

  /** Text stands in the order of its pages: from the page of what comes before to that of what comes after. */
  #pagesOf(offset: number): number[] {
    const last = this.#known.findLast(({ start }) => start <= offset)?.page
    const next = this.#known.find(({ start }) => start > offset)?.page
    const from = last ?? 1
    const to = Math.max(from, next ?? from + 1)
    return Array.from({ length: Math.min(to - from + 1, MOST_PAGES) }, (_, i) => from + i)
  }
}

/** Pages on which words are looked for; beyond, a document has hardly any numbers to go by. */
const MOST_PAGES = 4

const withoutBlanks = (words: string): string => words.replace(/\s+/g, '')

const unlike = (lit: readonly Lit[]): Lit[] => [...new Map(lit.map(each => [JSON.stringify(each), each])).values()]
