import type { CellPlace, OutlineNode } from '../contract/index.ts'
import { countWhile } from '../sorted.ts'

/** Where a figure stands among the others. */
export interface PlaceInText {
  readonly start: number
  readonly cell: Pick<CellPlace, 'table' | 'row' | 'column'> | null
  readonly sentence: number
  readonly block: number
  /** The section it stands in and those around that, the innermost first, by the offsets of their headings. */
  readonly sections: readonly number[]
  /** In the heading of its section. */
  readonly inHeading: boolean
}

/** How far two figures stand apart, in steps of what a reader takes in together. */
export const NEAR = { sentence: 0, block: 1, section: 2, document: 6 } as const
export type Near = keyof typeof NEAR

export const SECTION_AROUND = 3
export const ELSEWHERE_IN_TEXT = 4
export const TEXT_AND_TABLE = 5

/** 0 for one sentence, or one row or column of a table, up to 6 for two tables. */
export const distance = (a: PlaceInText, b: PlaceInText): number => {
  if (a.cell !== null && b.cell !== null) {
    if (a.cell.table !== b.cell.table) return NEAR.document
    return a.cell.row === b.cell.row || a.cell.column === b.cell.column ? NEAR.sentence : NEAR.block
  }
  if (a.cell !== null || b.cell !== null) return TEXT_AND_TABLE
  if (a.sentence === b.sentence) return NEAR.sentence
  if (a.block === b.block) return NEAR.block
  const [inner] = a.sections
  if (inner === b.sections[0]) return NEAR.section
  return inner !== undefined && a.sections.some((s, i) => i > 0 && b.sections.includes(s))
    ? SECTION_AROUND
    : ELSEWHERE_IN_TEXT
}

/** A line that opens a paragraph of its own: a list item or a numbered heading. */
const MARKER = /^\s*(?:[-–+•*]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[IVX]+\.)\s/u
const SENTENCE_END = /[.!?](?=\s+["“(]?\p{Lu})/gu

/** The paragraphs and sentences of a text, and the sections of its outline. */
export class TextPlaces {
  readonly #blocks: readonly number[]
  readonly #sentences: readonly number[]
  readonly #sections: readonly { readonly start: number; readonly end: number; readonly chain: readonly number[] }[]
  readonly #sectionStarts: readonly number[]

  constructor(text: string, outline: readonly OutlineNode[]) {
    const blocks: number[] = []
    let start = 0
    let before = ''
    for (const line of text.split('\n')) {
      const opens = before.trim() === '' || /[.:;]\s*$/.test(before) || MARKER.test(line)
      if (opens && line.trim() !== '') blocks.push(start)
      start += line.length + 1
      before = line
    }
    this.#blocks = blocks
    const ends = [...text.matchAll(SENTENCE_END)].map(m => m.index + 1)
    this.#sentences = [...blocks, ...ends].sort((a, b) => a - b)
    const sections: { start: number; end: number; chain: number[] }[] = []
    const walk = (nodes: readonly OutlineNode[], above: readonly number[]) => {
      for (const node of nodes) {
        // where an item ends and the next begins is not told
        if (node.level === 'dash' || node.level === 'plus') {
          walk(node.children, above)
          continue
        }
        const chain = [node.start, ...above]
        sections.push({ start: node.start, end: node.end, chain })
        walk(node.children, chain)
      }
    }
    walk(outline, [])
    this.#sections = sections.sort((a, b) => a.start - b.start)
    this.#sectionStarts = sections.map(s => s.start)
  }

  at(start: number, cell: CellPlace | null): PlaceInText {
    const section = this.#sections[countUpTo(this.#sectionStarts, start) - 1]
    return {
      start,
      cell: cell === null ? null : { table: cell.table, row: cell.row, column: cell.column },
      sentence: countUpTo(this.#sentences, start),
      block: countUpTo(this.#blocks, start),
      sections: section?.chain ?? [],
      inHeading: section !== undefined && start < section.end,
    }
  }
}

/** How many of some sorted offsets are at most `at`. */
const countUpTo = (sorted: readonly number[], at: number): number => countWhile(sorted, start => start <= at)
