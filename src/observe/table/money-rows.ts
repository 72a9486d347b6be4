import type { Term } from '../../lex/term.ts'
import { type MappedText, wholeSpan } from '../../repair/mapped-text.ts'
import { hasTag } from '../../rules/tags.ts'
import type { Label, NamedUnit } from './label-unit.ts'
import { parentContexts, type RowName, type TableContext } from './table-context.ts'

/** What a label that counts begins with: `Số HTX …`, `HTX thành lập mới`, `Lao động …`. */
const COUNTED = [
  'TotalWord',
  'Organisation',
  'Person',
  'Member',
  'Worker',
  'Manager',
  'ClassCounter',
  'ProjectCounter',
  'RateWord',
] as const

/** Words of money, whoever has it: `Xã viên nợ HTX`. */
const MONEY = /(?<!\p{L})(?:nợ|vốn|tiền|kinh phí|doanh thu|doanh số|lãi|lợi nhuận|phải trả|phải thu|giá trị)(?!\p{L})/iu

/**
 * The unit that the caption gives to a row (`Đơn vị tính: người`). Money goes to rows that name a policy or a purpose (`Đào tạo, bồi
 * dưỡng`, `Thành lập mới`), and not to those that count something. Null without a single unit in the caption.
 */
export const captionUnit = ({ model, cells }: TableContext, label: MappedText): NamedUnit | null => {
  const words = model.caption.unit?.words
  const quantity = words === undefined ? null : cells.unit(words.text)
  if (words === undefined || quantity === null) return null
  const named = { words, quantity, from: 'caption' as const }
  if (quantity.unit !== 'VND') return quantity.unit === 'percent' ? null : named
  const said = cells.lex(label).terms.filter(term => /\p{L}/u.test(label.text.slice(term.start, term.end)))
  const [first, second] = said
  const counted = (term: Term | undefined, tags: readonly string[]) =>
    term !== undefined && tags.some(tag => hasTag(term.tags, cells.rules.tags.id(tag)))
  // `Số HTX được vay vốn` counts, whatever money does there; `Số tiền` does not
  const countsWhole = counted(first, ['TotalWord']) && counted(second, COUNTED.slice(1))
  const counts = first === undefined || countsWhole || (!MONEY.test(label.text) && counted(first, COUNTED))
  return counts ? null : named
}

/** The innermost of some heads is about money. */
export const speaksOfMoney = (heads: readonly Label[]): boolean => MONEY.test(heads.at(-1)?.content.text ?? '')

/** Money of a row that names a policy, in a table or under rows about support, supports. */
export const asSupport = (name: RowName, context: TableContext, at: number): RowName => {
  const { draft } = name
  const { rules } = context.cells
  if (draft.indicator !== 'money_other' || name.own) return name
  if (draft.because.indicator?.from === 'rule' && !isCounterpart(context, at)) return name
  const over = [...parentContexts(context, at), ...context.above].find(({ terms }) =>
    terms.some(term => SUPPORT.some(tag => hasTag(term.tags, rules.tags.id(tag)))),
  )
  const indicator = rules.indicators.get('support_funding')
  if (over === undefined || indicator === undefined) return name
  const because = { ...draft.because, indicator: { from: 'heading' as const, ...wholeSpan(over.block.content) } }
  return { ...name, draft: { ...draft, indicator: indicator.code, label: indicator.label.vi, because } }
}

/** `Vốn đối ứng của HTX` is one of the sources that a programme is paid from. */
const isCounterpart = ({ model, cells }: TableContext, at: number): boolean => {
  const label = model.rows[at]?.labels.at(-1)
  const counterpart = cells.rules.tags.id('Counterpart')
  return label !== undefined && cells.lex(label.content).terms.some(term => hasTag(term.tags, counterpart))
}

const SUPPORT = ['SupportSection', 'PolicyWord'] as const
