import type { DocumentHeader, Span } from '../contract/index.ts'
import type { TextTime } from '../observe/text-time.ts'
import type { Block, BlockKind, Element } from '../outline/block.ts'
import { findReferences } from '../outline/header/references.ts'
import type { SourceCell, SourceDocument, SourceLine, SourceTable } from '../read/source-document.ts'
import { repairSpans } from '../repair/repair-spans.ts'
import { cellText } from './draft.ts'
import type { PlaceDraft } from './place-draft.ts'

/** A draft as the stages behind the outline take a document. */
export interface DraftDocument {
  readonly source: SourceDocument
  readonly blocks: readonly Block[]
  readonly header: DocumentHeader
  readonly time: TextTime
  /** The marked number, in `source.text`. */
  readonly mark: Span
}

interface Written extends Pick<Block, 'kind' | 'level' | 'zone' | 'parent'> {
  readonly text: string
  readonly element?: Element
}

const MARK = /\[([^[\]\n]+)\]/

/** Puts the parts of a draft under each other as a document that has nothing else. */
export const draftDocument = (draft: PlaceDraft): DraftDocument => {
  const { title, horizon, dated, asOf, numbers: _, marksLost: __, names: ___, ...told } = draft.document
  const written: Written[] = []
  const put = (kind: BlockKind, text: string, parent: number | null, level: Block['level'] = null) => {
    written.push({ kind, level, zone: 'body', text, parent })
    return written.length - 1
  }
  if (title !== null)
    written.push({ kind: 'paragraph', zone: 'head', element: 'title', text: title, level: null, parent: null })
  let parent: number | null = null
  for (const { text, level, leadIn } of draft.above) parent = put(leadIn ? 'item' : 'heading', text, parent, level)
  const rows = draft.table?.rows ?? []
  for (const line of draft.table?.caption ?? []) put('paragraph', line, parent)
  if (draft.example !== undefined) put('paragraph', draft.example, parent)
  for (const row of rows) put('row', row.map(cellText).join('\t'), parent)

  const marked = written.map(({ text }) => text).join('\n')
  const at = MARK.exec(marked)
  const number = at?.[1] ?? ''
  const mark = { start: at?.index ?? 0, end: (at?.index ?? 0) + number.length }
  const text = marked.replace(MARK, () => number)
  const lines = linesOf(text)
  const blocks = written.map(({ text: _text, ...block }, i): Block => {
    const line = lines[i] ?? mark
    const content = repairSpans(text, [line], { keepTabs: block.kind === 'row' })
    return { ...block, label: null, labelSpan: null, content }
  })
  const references = blocks.flatMap(({ content }) => findReferences(content))
  return {
    source: {
      ...{ mediaType: 'text/plain', readBy: 'text', encoding: 'unicode', pages: null, messages: [] },
      ...{ text, lines, tables: tableOf(draft, lines.slice(lines.length - rows.length)) },
    },
    blocks,
    header: {
      ...{ number: null, symbol: null, issuer: null, place: null, signer: null, recipients: [] },
      ...told,
      ...{ title, references },
    },
    time: { horizon, dated, asOf },
    mark,
  }
}

const linesOf = (text: string): SourceLine[] => {
  let start = 0
  return text.split('\n').map(line => {
    const span = { start, end: start + line.length }
    start = span.end + 1
    return { ...span, page: null, box: null, role: 'body', wrapped: false, path: null }
  })
}

/** The cells of the excerpt; those that reach down from above take up their columns. */
const tableOf = ({ table }: PlaceDraft, lines: readonly SourceLine[]): SourceTable[] => {
  const [first] = lines
  if (table === undefined || first === undefined) return []
  const taken: boolean[][] = []
  const cells: SourceCell[] = []
  for (const [row, written] of table.rows.entries()) {
    let column = 0
    let start = lines[row]?.start ?? 0
    for (const cell of written) {
      const { rows = 1, columns = 1 } = typeof cell === 'string' ? {} : cell
      while (taken[row]?.[column]) column++
      const length = cellText(cell).replace(MARK, '$1').length
      const place = { row, column, rowSpan: rows, columnSpan: columns, page: null, box: null }
      cells.push({ ...place, start, end: start + length })
      for (let r = row; r < row + rows; r++) {
        const line = taken[r] ?? []
        taken[r] = line
        for (let c = column; c < column + columns; c++) line[c] = true
      }
      start += length + 1
      column += columns
    }
  }
  return [{ start: first.start, end: lines.at(-1)?.end ?? first.end, page: null, cells }]
}
