import type { Quantity } from '../../lex/term.ts'
import type { MappedText } from '../../repair/mapped-text.ts'
import { sliceMapped } from '../../repair/mapped-text.ts'
import type { LexedCells } from './lexed-cells.ts'

/** A unit and the words that name it. */
export interface NamedUnit {
  readonly words: MappedText
  readonly quantity: Quantity
  /** Where the words stand, if not in the row itself. */
  readonly from?: 'column' | 'caption'
}

/** A label without its marker, its lead-in and its unit, and the unit. */
export interface Label {
  readonly content: MappedText
  readonly unit: NamedUnit | null
}

/** `(triệu đồng)`, `(ĐVT: HTX)`, `, triệu đồng` at the end of a label. */
const BRACKETED = /\(\s*(?:(?:đvt|đơn vị(?: tính)?|đv)\s*[:.]?\s*)?([^()]{1,40})\s*\)/giu
const BEHIND_COMMA = /[,;-]\s*([^,;()]{1,30})\s*$/u
const MARKER =
  /^\s*(?:(?:[IVXL]{1,5}|[A-ZĐ]|[a-zđ]|\d{1,2}(?:\.\d{1,2})*)\s?(?:[)/]|\.(?!\p{Ll}))\s?(?=\D)|[-–+*•]\s?(?=[\p{L}(]))/u
const LEAD = /^\s*(?:trong đó|tr(?:ong)?[. ]?\s?đó|t\.?\s?đó|tđ|gồm|bao gồm|chia ra)\s*[:,]?\s*/iu
const NOTES = /\s*(?:\(\s*\*+\s*\)|\(\d\)|\*+|[¹²³])\s*$/u

/** What a label says it says in its first characters; a cell may hold a whole text. */
const LONGEST = 400

/** The words of a label as they are quoted: without the leaders that lead from it to its figures. */
export const wordsOfLabel = ({ text }: MappedText): string => text.replace(/\s*[.…_]{4,}\s*$/u, '')

const known = new WeakMap<MappedText, Label>()

/** Takes a label apart, each once. Marks of footnotes at its end go as well. */
export const labelOf = (content: MappedText, cells: LexedCells): Label => {
  const label = known.get(content) ?? takeApart(content, cells)
  known.set(content, label)
  return label
}

const takeApart = (whole: MappedText, cells: LexedCells): Label => {
  const content = whole.text.length > LONGEST ? sliceMapped(whole, 0, LONGEST) : whole
  const marker = MARKER.exec(content.text)?.[0].length ?? 0
  const lead = LEAD.exec(content.text.slice(marker))?.[0].length ?? 0
  let from = marker + (lead < content.text.length - marker ? lead : 0)
  let to = content.text.length - (NOTES.exec(content.text)?.[0].length ?? 0)
  while (to > from && /[\s:;,.…_]/u.test(content.text.charAt(to - 1))) to--
  if (from > to) from = to
  const label = sliceMapped(content, from, to)
  return unitIn(label, cells) ?? { content: label, unit: null }
}

const unitIn = (content: MappedText, cells: LexedCells): Label | null => {
  for (const match of content.text.matchAll(BRACKETED)) {
    const named = namedUnit(content, match, cells)
    // `(lượt)` counts whatever the label says
    if (named === null && match[1]?.trim().toLowerCase() !== 'lượt') continue
    const [from, to] = [match.index, match.index + match[0].length]
    return { content: without(content, from, to), unit: named }
  }
  const tail = BEHIND_COMMA.exec(content.text)
  const named = tail === null ? null : namedUnit(content, tail, cells)
  if (tail === null || named === null || named.quantity.unit === 'organisation') return null
  return { content: sliceMapped(content, 0, tail.index), unit: named }
}

const namedUnit = (content: MappedText, match: RegExpMatchArray, cells: LexedCells): NamedUnit | null => {
  const text = match[1]?.trim() ?? ''
  const quantity = cells.unit(text)
  if (quantity === null) return null
  const from = content.text.indexOf(text, match.index)
  return { words: sliceMapped(content, from, from + text.length), quantity }
}

const without = (content: MappedText, from: number, to: number): MappedText => {
  const before = sliceMapped(content, 0, content.text.slice(0, from).trimEnd().length)
  const after = sliceMapped(content, to, content.text.length)
  return {
    text: before.text + after.text,
    starts: Int32Array.from([...before.starts, ...after.starts]),
    ends: Int32Array.from([...before.ends, ...after.ends]),
  }
}
