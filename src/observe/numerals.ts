import type { Numerals } from '../contract/index.ts'
import type { Block } from '../outline/block.ts'
import type { SourceDocument } from '../read/source-document.ts'
import type { Accounted } from './observe.ts'

/** A numeral: a run of digits with dots and commas between them. */
export const NUMERAL = /\d+(?:[.,]\d+)*/g

/**
 * Everything that accounts for numerals of the text as read, in order of precedence: what was read, then the form of the
 * document.
 */
export const accountsOf = (
  document: SourceDocument,
  blocks: readonly Block[],
  accounted: readonly Accounted[],
): Accounted[] => {
  const all = [...accounted]
  for (const { start, end, role } of document.lines)
    if (role !== 'body') all.push({ start, end, class: 'page', as: 'running-line' })
  for (const { labelSpan, zone, content } of blocks) {
    if (labelSpan) all.push({ class: 'outline', as: 'marker', ...labelSpan })
    // numbers of the head and foot are the document's own number, its date and the offices' addresses
    if (zone !== 'body')
      all.push({ start: content.starts[0] ?? 0, end: content.ends.at(-1) ?? 0, class: 'reference', as: zone })
  }
  return all
}

/** Says of every numeral of the text as read what became of it; what no stretch accounts for stays unexplained. */
export const accountFor = (document: SourceDocument, accounts: readonly Accounted[]): Numerals => {
  const classes = new Uint8Array(document.text.length)
  const order = ['observation', 'date', 'reference', 'outline', 'name', 'page', 'other'] as const
  const paint = (a: Accounted) => {
    const value = order.indexOf(a.class) + 1
    for (let i = a.start; i < a.end; i++) if (classes[i] === 0) classes[i] = value
  }
  for (const a of accounts) paint(a)
  const counts = { observation: 0, date: 0, reference: 0, outline: 0, name: 0, page: 0, other: 0 }
  const unexplained: Numerals['unexplained'] = []
  let total = 0
  for (const m of document.text.matchAll(NUMERAL)) {
    total++
    const label = order[(classes[m.index] ?? 0) - 1]
    if (label) counts[label]++
    else unexplained.push({ start: m.index, end: m.index + m[0].length, text: m[0] })
  }
  return { total, ...counts, unexplained }
}
