import type { Message } from '../../contract/index.ts'
import { PAGE_NUMBER } from '../page-number.ts'
import type { FontStretch, SourceCell, SourceTable } from '../source-document.ts'
import { TextAssembler } from '../text-assembler.ts'
import { FontInk } from './font-ink.ts'
import { setsBlocksSideBySide } from './layout-table.ts'
import { type Aside, paragraphText } from './paragraph-text.ts'
import { NO_STYLE_FONTS, type StyleFonts } from './style-fonts.ts'
import { type GridCell, tableGrid } from './table-grid.ts'
import { listsNumbered, nestedTable } from './word-messages.ts'
import type { WordDocument, WordNode, WordTable } from './word-model.ts'

/** The text of a Word document with everything that is known about its places. */
export interface WordText {
  readonly assembler: TextAssembler
  readonly tables: readonly SourceTable[]
  readonly messages: readonly Message[]
  /** It holds pictures and, in its body, no words. */
  readonly isPictures: boolean
  readonly fonts: readonly FontStretch[]
}

/**
 * Writes out a document: body, then the footnotes and endnotes in the order of their marks, then headers and footers, each text once.
 */
export function wordText(document: WordDocument): WordText {
  return new WordTextWriter(document.styleFonts ?? NO_STYLE_FONTS).write(document)
}

class WordTextWriter {
  readonly #assembler = new TextAssembler()
  readonly #tables: SourceTable[] = []
  readonly #messages: Message[] = []
  readonly #aside: Aside
  #paragraphs = 0
  readonly #runningTexts = new Set<string>()
  #labels = 0

  constructor(styleFonts: StyleFonts) {
    this.#aside = { notes: [], images: 0, ink: new FontInk(), styleFonts }
  }

  write(document: WordDocument): WordText {
    for (const node of document.children) this.#block(node)
    this.#notes(document)
    const isPictures = this.#aside.images > 0 && !/\p{L}/u.test(this.#assembler.text)
    for (const node of document.running ?? []) this.#running(node)
    if (this.#labels > 0) this.#messages.push(listsNumbered(this.#labels))
    return {
      assembler: this.#assembler,
      tables: this.#tables,
      messages: this.#messages,
      isPictures,
      fonts: this.#aside.ink.on(this.#assembler.text),
    }
  }

  #block(node: WordNode): void {
    if (node.type !== 'table') this.#paragraph(node, `p${++this.#paragraphs}`)
    else if (!setsBlocksSideBySide(node)) this.#table(node)
    else
      for (const row of node.children)
        for (const cell of row.children) for (const inner of cell.children) this.#block(inner)
  }

  /** A line break inside a paragraph ends a line whose sentence may go on, the paragraph's end one that doesn't. */
  #paragraph(node: WordNode, path: string): void {
    const { lines, label } = paragraphText([node], this.#aside)
    if (label !== null) this.#labels++
    lines.forEach((line, i) => {
      const wrapped = i < lines.length - 1 ? null : false
      this.#assembler.add(withoutLayoutTabs(line), { page: null, box: null, role: 'body', wrapped, path })
    })
  }

  /** One line a row, one tab between neighbouring columns; the places that merged cells reach over stay empty. */
  #table(table: WordTable): void {
    const path = `t${this.#tables.length + 1}`
    const start = this.#assembler.next
    const cells: SourceCell[] = []
    const warnings: Message[] = []
    tableGrid(table).forEach((row, r) => {
      let at = this.#assembler.next
      const texts = row.map(place => {
        const text = place === null ? '' : this.#cellText(place, warnings, `${path}/r${r + 1}`)
        if (place !== null) cells.push(sourceCell(place, at, at + text.length))
        at += text.length + 1
        return text
      })
      const place = { page: null, box: null, role: 'body', wrapped: false, path: `${path}/r${r + 1}` } as const
      this.#assembler.add(texts.join('\t'), place)
    })
    this.#messages.push(...warnings.slice(0, 1))
    if (table.children.length === 0) return
    this.#tables.push({ start, end: this.#assembler.next - 1, page: null, cells })
  }

  #cellText({ cell }: GridCell, warnings: Message[], path: string): string {
    const texts: string[] = []
    const visit = (node: WordNode): void => {
      if (node.type === 'table') {
        warnings.push(nestedTable(path))
        for (const row of node.children) for (const inner of row.children) inner.children.forEach(visit)
        return
      }
      const { lines, label } = paragraphText([node], this.#aside)
      if (label !== null) this.#labels++
      for (const line of lines) texts.push(line)
    }
    cell.children.forEach(visit)
    return texts
      .map(text => text.replace(/\s+/g, ' ').trim())
      .filter(text => text !== '')
      .join(' ')
  }

  /** A paragraph of a header or footer that was not written before; tables in it only set its parts side by side. */
  #running(node: WordNode): void {
    if (node.type === 'table') {
      for (const row of node.children) for (const cell of row.children) cell.children.forEach(this.#running, this)
      return
    }
    const unwritten: Aside = { notes: [], images: 0, ink: new FontInk(), styleFonts: NO_STYLE_FONTS }
    const text = paragraphText([node], unwritten).lines.join(' ').replace(/\s+/g, ' ').trim()
    if (text === '' || this.#runningTexts.has(text)) return
    this.#runningTexts.add(text)
    const path = `h${this.#runningTexts.size}`
    const role = PAGE_NUMBER.test(text) ? 'page-number' : 'running-head'
    for (const line of paragraphText([node], this.#aside).lines)
      if (line.trim() !== '')
        this.#assembler.add(withoutLayoutTabs(line), { page: null, box: null, role, wrapped: false, path })
  }

  /** Notes can hold marks of notes in turn; each note is written once. */
  #notes(document: WordDocument): void {
    const written = new Set<string>()
    for (const reference of this.#aside.notes) {
      const key = `${reference.noteType} ${reference.noteId}`
      if (written.has(key)) continue
      written.add(key)
      for (const node of document.notes.resolve(reference)?.body ?? []) {
        if (node.type === 'table') this.#table(node)
        else this.#paragraph(node, `n${written.size}`)
      }
    }
  }
}

const sourceCell = ({ row, column, rowSpan, columnSpan }: GridCell, start: number, end: number): SourceCell => ({
  row,
  column,
  rowSpan,
  columnSpan,
  start,
  end,
  page: null,
  box: null,
})

/**
 * Tabs that only move text: before it, after it, and the one between a label and its item. Other tabs set columns apart and
 * stay.
 */
function withoutLayoutTabs(line: string): string {
  const inner = line.replace(/^[\t ]+|[\t ]+$/g, '')
  return inner.replace(/^(\S{1,6})[\t ]*\t[\t ]*(?=[^\t]*$)/, '$1 ')
}
