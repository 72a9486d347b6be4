import type { RuleSet } from '../rules/rule-set.ts'
import { hasTag, union } from '../rules/tags.ts'
import { type Term, withTags } from './term.ts'
import type { LexerTag } from './vocabulary.ts'

/** Words of a percentage that is of another period's figure. */
const EQUAL: ReadonlySet<string> = new Set(['bang', 'bang khoang', 'tuong duong'])

/** How far before a period the words of comparison may stand. */
const REACH = 3

/** How many words (`vào`, `ngày`) may stand between a founding and its date. */
const FOUNDING_REACH = 2

/**
 * Marks the periods that are not simply that of the figure beside them: those that something is compared with (`so với năm
 * 2018`, `bằng 104 % cùng kỳ`, `đạt 98 % kế hoạch năm 2019`), that are part of a name (`Luật năm 2012`) or the border of a
 * time (`từ năm 2018`); the day until which something is to be done (`trước 31/12/2023`); and the date of a founding.
 */
export const markBaselines = (terms: readonly Term[], rules: RuleSet): Term[] =>
  terms.map((term, at) => {
    const role = term.time ? roleOf(terms, at, rules) : null
    return role === null ? term : withTags(term, union(term.tags, rules.vocabulary.bits[role]))
  })

const roleOf = (terms: readonly Term[], at: number, rules: RuleSet): LexerTag | null => {
  const tagged = (i: number, ...names: string[]) => {
    const term = terms[i]
    return term !== undefined && names.some(name => hasTag(term.tags, rules.tags.id(name)))
  }
  // `Luật năm 2012`, `theo Luật HTX năm 2012`
  const law = ['LawWord', 'NameOfLaw', 'ByLaw']
  if (
    tagged(at - 1, ...law) ||
    (tagged(at - 1, 'Open') && tagged(at - 2, ...law)) ||
    (tagged(at - 1, 'Organisation') && tagged(at - 2, ...law))
  )
    return 'Baseline'
  if (isCompared(terms, at, rules) || tagged(at - 1, 'AfterWord')) return 'Baseline'
  if (tagged(at - 1, 'BeforeWord')) return 'Deadline'
  // `ngừng hoạt động từ tháng 6/2016`, but not `tăng từ năm 2015 …`
  const begins = tagged(at - 1, 'FromWord') && terms[at]?.time?.kind !== 'span'
  if (begins && !tagged(at - 2, 'Increase', 'Decrease', 'Quantity'))
    return opens(terms, at - 1, rules) ? null : 'Baseline'
  return isFounding(terms, at, tagged) ? 'Founding' : null
}

/** A sentence or a part of it begins with the term at `at`. */
const opens = (terms: readonly Term[], at: number, rules: RuleSet): boolean => {
  const before = terms[at - 1]
  return before === undefined || hasTag(before.tags, rules.vocabulary.id.Break)
}

/** `ra đời ngày 18/8/2016`, `thành lập năm 2009`: no number stands between, and none is founded. */
const isFounding = (
  terms: readonly Term[],
  at: number,
  tagged: (i: number, ...names: string[]) => boolean,
): boolean => {
  for (let i = at - 1; i >= Math.max(0, at - 1 - FOUNDING_REACH); i--) {
    if (tagged(i, 'FoundingWord')) return true
    if (tagged(i, 'Break', 'Quantity') || terms[i]?.time) return false
  }
  return false
}

const isCompared = (terms: readonly Term[], at: number, rules: RuleSet): boolean => {
  const v = rules.vocabulary
  const id = (tag: string) => rules.tags.id(tag)
  const samePeriod = terms[at]?.time?.kind === 'same-period'
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const term = terms[i]
    if (!term || hasTag(term.tags, v.id.Break)) return false
    // `gấp 1,6 lần năm 2015`, `cao hơn năm 2015`
    if (i === at - 1 && (hasTag(term.tags, id('TimesCounter')) || hasTag(term.tags, id('ComparingWord')))) return true
    // `bằng 102% năm 2011`
    if (term.quantity)
      return term.quantity.unit === 'percent' && (samePeriod || (i === at - 1 && EQUAL.has(terms[i - 1]?.key ?? '')))
    if (hasTag(term.tags, v.id.ComparedTo)) return true
    if (
      hasTag(term.tags, id('PlanWord')) &&
      terms.slice(Math.max(0, i - 4), i).some(t => t.quantity?.unit === 'percent')
    )
      return true
  }
  return false
}
