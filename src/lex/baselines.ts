import type { RuleSet } from '../rules/rule-set.ts'
import { hasTag, union } from '../rules/tags.ts'
import { type Term, withTags } from './term.ts'

const COMPARING: ReadonlySet<string> = new Set(['cao hon', 'thap hon', 'nhieu hon', 'it hon', 'hon'])

/** How far before a period the words of comparison may stand. */
const REACH = 3

/**
 * Marks the periods that something is compared with (`so với năm 2018`, `bằng 104 % cùng kỳ`, `đạt 98 % kế hoạch năm 2019`):
 * they are not the period of the figure beside them.
 */
export const markBaselines = (terms: readonly Term[], rules: RuleSet): Term[] =>
  terms.map((term, at) =>
    term.time && isCompared(terms, at, rules) ? withTags(term, union(term.tags, rules.vocabulary.bits.Baseline)) : term,
  )

const isCompared = (terms: readonly Term[], at: number, rules: RuleSet): boolean => {
  const v = rules.vocabulary
  const planWord = rules.tags.id('PlanWord')
  const timesCounter = rules.tags.id('TimesCounter')
  const law = rules.tags.id('NameOfLaw')
  const samePeriod = terms[at]?.time?.kind === 'same-period'
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const term = terms[i]
    if (!term || hasTag(term.tags, v.id.Break)) return false
    // `gấp 1,6 lần năm 2015`, `cao hơn năm 2015`
    if (i === at - 1 && (hasTag(term.tags, timesCounter) || COMPARING.has(term.key))) return true
    // `trước 30/11`, `từ sau năm 2004`: the border of a time, not the time of a figure
    if (i === at - 1 && (term.key === 'truoc' || term.key === 'sau' || term.key === 'ke tu')) return true
    // the year of a law is part of its name: `Luật Hợp tác xã năm 2012`
    if (i === at - 1 && hasTag(term.tags, law)) return true
    if (term.quantity) return samePeriod && term.quantity.unit === 'percent'
    if (hasTag(term.tags, v.id.ComparedTo)) return true
    if (hasTag(term.tags, planWord) && terms.slice(Math.max(0, i - 4), i).some(t => t.quantity?.unit === 'percent'))
      return true
  }
  return false
}
