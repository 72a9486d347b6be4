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

const known = new WeakMap<MappedText, Telling>()

export const tellingOf = (content: MappedText, cells: LexedCells): Telling => {
  const telling = known.get(content) ?? tell(content, cells)
  known.set(content, telling)
  return telling
}

const tell = (content: MappedText, cells: LexedCells): Telling => {
  const { rules } = cells
  const { tableWords } = rules
  if (SILENT.some(role => tableWords.has(content.text, role)) || tableWords.leadOf(content.text) !== null)
    return 'nothing'
  const { terms } = cells.lex(content)
  if (terms.some(term => hasTag(term.tags, rules.tags.id('NationalProgramme')))) return 'nothing'
  if (isPlace(content.text, cells)) return 'nothing'
  if (isEntity(terms, content, cells)) return 'split'
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

/** `TP Bắc Giang`, `Yên Thế`, `VÙNG ĐỒNG BẰNG`, `Các huyện còn lại`, `Cộng các huyện`: whose figures are of no other kind. */
const isPlace = (text: string, { rules }: LexedCells): boolean => {
  const label = text.trim().replace(/\s*\([^()]*\)$/u, '')
  const rest = rules.tableWords.addsUp(label) ? label.replace(/^(?:tổng cộng|cộng|tổng|toàn)\s*/iu, '') : label
  if (rest === '' || PLACES.test(rest)) return true
  return NAME.test(rest.replace(PLACE_WORD, '')) && !/\p{Lu}{2}/u.test(rest.replace(PLACE_WORD, ''))
}

const PLACES =
  /^(?:các|những)?\s*(?:huyện|xã(?!\s*(?:viên|hội))|phường|địa phương|địa bàn|đơn vị|quận|thị xã|thành phố|tỉnh|vùng|miền|khu vực)(?:[\s,]|$)/iu
const PLACE_WORD = /^(?:TP|TX|TT|T\.T|H|X|P|Q|Huyện|Xã|Thị xã|Thị trấn|Thành phố|Phường|Quận)\.?\s+(?=\p{Lu})/u
/** Every syllable with a capital, two at least. */
const NAME = /^\p{Lu}\p{Ll}*(?:[\s-]\p{Lu}\p{Ll}*)+(?:\s\d{1,2})?$/u

/** `QTDND Cái Khế`, `HTX NN-DV Ia Ring`: an organisation by its name. */
const isEntity = (terms: readonly Term[], { text }: MappedText, cells: LexedCells): boolean => {
  const [first, ...rest] = terms
  if (first === undefined || !says(first, ['Organisation'], cells)) return false
  const names = rest.filter(
    term => says(term, ['ProperName', 'Capital'], cells) && /^\p{Lu}\p{Ll}/u.test(text.slice(term.start, term.end)),
  )
  return (
    names.length > 0 &&
    rest.every(
      term =>
        term.time === undefined &&
        (term.entry === null ||
          says(term, [...SPLITTING, 'ProperName', 'Number', 'Dash', 'Open', 'Close'], cells) ||
          /^\p{Lu}/u.test(text.slice(term.start, term.end))),
    )
  )
}

const says = (term: Term, tags: readonly string[], { rules }: LexedCells): boolean =>
  tags.some(tag => hasTag(term.tags, rules.tags.id(tag)))

/** `Khác`, `HTX khác`, `DV tổng hợp`: what is left of a split by branch. */
export const isOther = (term: Term): boolean =>
  /^(?:khac|con lai|nganh khac|tong hop|da nganh|da nghe|hon hop)$/u.test(term.key)
