import type { Block } from '../outline/block.ts'
import { type MappedText, sliceMapped } from '../repair/mapped-text.ts'

import type { IsUnit } from './unit-text.ts'

/** What stands above a table and speaks of all of it. */
export interface Caption {
  /** Its title, as one line; null without one. */
  readonly title: string | null
  /** The words of `Đơn vị tính: triệu đồng`, and where they stand. */
  readonly unit: { readonly words: MappedText } | null
  /** Its lines and the headings above them, nearest first. */
  readonly blocks: readonly Block[]
}

/** A caption has at most so many paragraphs. */
const MOST_BLOCKS = 6
const LONGEST = 300

const UNIT =
  /(?:(?:đ[ơo]n vị(?: tính)?|đ\.?\s?v\.?\s?t\.?|đvt)\s*[:;]|tính (?:bằng|theo))\s*([^()\n]{1,160}?)\s*(?:[,;]?\s*\([^()]*\))?\s*\)?\s*$/iu

/** Reads the paragraphs right above a table. `first` is the table's first row among the blocks. */
export const captionOf = (blocks: readonly Block[], first: number, isUnit: IsUnit): Caption => {
  const own: Block[] = []
  for (let at = first - 1; at >= 0 && own.length < MOST_BLOCKS; at--) {
    const block = blocks[at]
    if (block === undefined || block.kind === 'row' || block.zone === 'foot') break
    if (block.content.text.length > LONGEST || (block.kind === 'item' && !isShort(block))) break
    own.push(block)
    if (block.kind === 'heading') break
  }
  const unit = own.flatMap(({ content }) => unitIn(content) ?? bracketed(content, isUnit) ?? [])[0] ?? null
  const lines = own.filter(block => isTitle(block)).reverse()
  const text = lines.map(({ content }) => content.text.replace(/\(?\s*(?:đơn vị tính|đvt)\s*:.*$/iu, '').trim())
  const title = text.filter(line => line !== '').join(' ')
  return { title: title === '' ? null : title, unit, blocks: own }
}

const isShort = ({ content }: Block): boolean => content.text.length < 120

/** A line in capitals, or the heading that opens the annex; `(Kèm theo …)` and the unit are none. */
const isTitle = ({ content, element }: Block): boolean => {
  const { text } = content
  if (element === 'annex') return text.trim() !== ''
  return !/^\(/.test(text) && !/^(?:đơn vị tính|đvt)\s*:/iu.test(text) && !/[.;]$/.test(text)
}

const unitIn = (content: MappedText): Caption['unit'] => {
  const match = UNIT.exec(content.text)
  const text = match?.[1]
  if (match === null || text === undefined) return null
  const start = match.index + match[0].indexOf(text)
  return { words: sliceMapped(content, start, start + text.length) }
}

/** `CƠ CẤU HTX (%)`, `(triệu đồng, đến 31/10/2022)`: a unit in brackets at the end of a title. */
const bracketed = ({ text, ...places }: MappedText, isUnit: IsUnit): Caption['unit'] => {
  const match = /\(\s*([^(),;]{1,40}?)\s*(?:[,;][^()]*)?\)\s*$/u.exec(text)
  const unit = match?.[1]
  if (match === null || unit === undefined || !isUnit(unit)) return null
  const start = match.index + match[0].indexOf(unit)
  return { words: sliceMapped({ text, ...places }, start, start + unit.length) }
}
