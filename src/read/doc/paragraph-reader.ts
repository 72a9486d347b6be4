import { lastWhile } from '../../sorted.ts'
import type { WordNode } from '../docx/word-model.ts'
import type { Fonts } from './fonts.ts'
import type { TextRun } from './run-finder.ts'
import { sprmsOf } from './sprms.ts'
import { TableBuilder } from './table-builder.ts'
import { paragraphPlace } from './table-row.ts'

/** What is known of the text besides its characters; runs are in the order of the text. */
export interface Formatting {
  readonly characters: readonly TextRun[]
  readonly paragraphs: readonly TextRun[]
  readonly fonts: Fonts
  readonly data: Buffer
  readonly footnoteMarks: ReadonlySet<number>
}

/** Characters with a meaning of their own in the text of a .doc ([MS-DOC] 2.4.1, 2.8.25). */
const MARK = {
  picture: '\x01',
  note: '\x02',
  cell: '\x07',
  line: '\x0b',
  page: '\x0c',
  paragraph: '\r',
  column: '\x0e',
  fieldBegins: '\x13',
  fieldResult: '\x14',
  fieldEnds: '\x15',
  firmHyphen: '\x1e',
  softHyphen: '\x1f',
} as const

const DELETED = 0x0800
const POSITION = 0x2a48
const RAISED = 1

/** Makes paragraphs and tables of stretches of a document's text. */
export class ParagraphReader {
  readonly #text: string
  readonly #formatting: Formatting
  #notes = { footnote: 0, endnote: 0 }

  constructor(text: string, formatting: Formatting) {
    this.#text = text
    this.#formatting = formatting
  }

  /** The paragraphs and tables between two offsets. */
  read([start, end]: readonly [start: number, end: number]): WordNode[] {
    const nodes: WordNode[] = []
    let table = new TableBuilder()
    let row: WordNode[][] = []
    let cell: WordNode[] = []
    const endTable = () => {
      if (cell.length > 0) row.push(cell)
      if (row.length > 0) table.addRow(row, null)
      if (!table.isEmpty) nodes.push(table.build())
      table = new TableBuilder()
      row = []
      cell = []
    }
    for (let at = start; at < end; ) {
      const stop = this.#paragraphEnd(at, end)
      const mark = this.#text[stop]
      const run = runAt(this.#formatting.paragraphs, Math.min(stop, end - 1))
      const place = paragraphPlace(run?.properties ?? Buffer.alloc(0), this.#formatting.data)
      if (place.endsRow && mark === MARK.cell) {
        table.addRow(row, place.cells)
        row = []
        cell = []
      } else {
        const inTable = place.inTable || mark === MARK.cell
        if (!inTable) endTable()
        const paragraph: WordNode = { type: 'paragraph', children: this.#runs(at, stop, place.style) }
        if (inTable) cell.push(paragraph)
        else nodes.push(paragraph)
        if (mark === MARK.cell) {
          row.push(cell)
          cell = []
        }
      }
      at = stop + 1
    }
    endTable()
    return nodes
  }

  /** The notes between two offsets, each beginning with its mark. */
  readNotes([start, end]: readonly [start: number, end: number]): WordNode[][] {
    const notes: WordNode[][] = []
    let at = this.#text.indexOf(MARK.note, start)
    while (at >= 0 && at < end) {
      const next = this.#text.indexOf(MARK.note, at + 1)
      const stop = next < 0 || next > end ? end : next
      notes.push(this.read([at + 1, stop]).filter(node => node.type === 'table' || holdsText(node)))
      at = next
    }
    return notes
  }

  #paragraphEnd(start: number, end: number): number {
    PARAGRAPH_END.lastIndex = start
    const found = PARAGRAPH_END.exec(this.#text)
    return found === null ? end : Math.min(found.index, end)
  }

  #runs(start: number, end: number, style: number): WordNode[] {
    const { characters, fonts } = this.#formatting
    const nodes: WordNode[] = []
    const fields: ('name' | 'result')[] = []
    for (let i = lastWhile(characters, run => run.start <= start); i < characters.length; i++) {
      const run = characters[i]
      if (run === undefined || run.start >= end) break
      const from = Math.max(start, run.start)
      const children = this.#characters(from, Math.min(end, run.end), fields)
      if (children.length === 0 || isDeleted(run.properties)) continue
      const verticalAlignment = isRaised(run.properties) ? 'superscript' : 'baseline'
      const node = { type: 'run' as const, verticalAlignment, font: fonts.of(style, run.properties), children }
      nodes.push(node)
    }
    return nodes
  }

  /** @param fields the fields that are open, the outermost first; what stands before a result is code and no text */
  #characters(start: number, end: number, fields: ('name' | 'result')[]): WordNode[] {
    const nodes: WordNode[] = []
    let text = ''
    const flush = () => {
      if (text !== '') nodes.push({ type: 'text', value: text })
      text = ''
    }
    const add = (node: WordNode) => {
      flush()
      nodes.push(node)
    }
    for (let at = start; at < end; at++) {
      const character = this.#text[at] ?? ''
      if (character === MARK.fieldBegins) fields.push('name')
      else if (character === MARK.fieldResult && fields.length > 0) fields[fields.length - 1] = 'result'
      else if (character === MARK.fieldEnds) fields.pop()
      else if (fields.includes('name')) continue
      else if (character === '\t') add({ type: 'tab' })
      else if (character === MARK.line || character === MARK.column) add({ type: 'break', breakType: 'line' })
      else if (character === MARK.picture) add({ type: 'image' })
      else if (character === MARK.note) add(this.#note(at))
      else if (character === MARK.firmHyphen) text += '\u2011'
      else if (character === MARK.softHyphen) text += '\u00ad'
      // other control characters stand for comments and separators
      else if (character >= ' ') text += character
    }
    flush()
    return nodes
  }

  #note(at: number): WordNode {
    const noteType = this.#formatting.footnoteMarks.has(at) ? 'footnote' : 'endnote'
    return { type: 'noteReference', noteType, noteId: String(this.#notes[noteType]++) }
  }
}

const PARAGRAPH_END = new RegExp(`[${MARK.cell}${MARK.page}${MARK.paragraph}]`, 'g')

const holdsText = (node: WordNode): boolean => 'children' in node && node.children.length > 0

const runAt = (runs: readonly TextRun[], at: number): TextRun | undefined =>
  runs[lastWhile(runs, run => run.start <= at)]

function isDeleted(properties: Buffer): boolean {
  for (const { code, operand } of sprmsOf(properties)) if (code === DELETED) return operand[0] === 1
  return false
}

function isRaised(properties: Buffer): boolean {
  for (const { code, operand } of sprmsOf(properties)) if (code === POSITION) return operand[0] === RAISED
  return false
}
