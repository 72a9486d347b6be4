import type { Term } from '../../lex/term.ts'
import type { MappedText } from '../../repair/mapped-text.ts'
import { hasTag } from '../../rules/tags.ts'
import type { LexedCells } from './lexed-cells.ts'

/**
 * How much the words of a label or head say of what is counted: `nothing` (time, status, `Tổng số`, a funding source), only
 * whose figures they are or of which branch (`split`: `HTX`, `Nông nghiệp`), or what is counted (`name`).
 */
export type Telling = 'nothing' | 'split' | 'name'

const UNSPEAKING = [
  'EstimateWord',
  'ExpectedWord',
  'TargetWord',
  'PlanWord',
  'ActualWord',
  'DoneWord',
  'ComparedTo',
] as const
const SILENT = ['total', 'source', 'filler'] as const
const SPLITTING = [
  'Organisation',
  'GroupShort',
  'FundShort',
  'UnitShort',
  'Sector',
  'BareSector',
  'InSector',
  'Conjunction',
] as const

export const tellingOf = (content: MappedText, cells: LexedCells): Telling => {
  const { rules } = cells
  const { tableWords } = rules
  if (SILENT.some(role => tableWords.has(content.text, role)) || tableWords.leadOf(content.text) !== null)
    return 'nothing'
  const { terms } = cells.lex(content)
  if (terms.some(term => hasTag(term.tags, rules.tags.id('NationalProgramme')))) return 'nothing'
  let telling: Telling = 'nothing'
  for (const term of terms) {
    const written = content.text.slice(term.start, term.end)
    if (!/\p{L}/u.test(written) || term.time !== undefined || says(term, UNSPEAKING, cells)) continue
    if (tableWords.has(written, 'filler') || tableWords.has(written, 'total')) continue
    if (!says(term, SPLITTING, cells) && term.entry?.sector === undefined && !isOther(term)) return 'name'
    telling = 'split'
  }
  return telling
}

const says = (term: Term, tags: readonly string[], { rules }: LexedCells): boolean =>
  tags.some(tag => hasTag(term.tags, rules.tags.id(tag)))

/** `Khác`, `HTX khác`, `DV tổng hợp`: what is left of a split by branch. */
export const isOther = (term: Term): boolean =>
  /^(?:khac|con lai|nganh khac|tong hop|da nganh|da nghe|hon hop)$/u.test(term.key)
