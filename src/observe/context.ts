import type { Sector, Status, Subject } from '../contract/index.ts'
import type { Term } from '../lex/term.ts'
import type { Block } from '../outline/block.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { hasTag } from '../rules/tags.ts'

/** What a heading or lead-in passes on to what stands under it. */
export interface Context {
  readonly block: Block
  readonly terms: readonly Term[]
  readonly time: Term | null
  readonly status: { readonly value: Status; readonly weak: boolean; readonly term: Term } | null
  readonly subject: { readonly value: Subject; readonly term: Term } | null
  readonly sector: { readonly value: Sector; readonly term: Term } | null
}

/** Reads the terms of a heading or lead-in for what it passes on. */
export const contextOf = (block: Block, terms: readonly Term[], rules: RuleSet): Context => ({
  block,
  terms,
  time: timeIn(terms, rules),
  status: statusOf(terms, rules),
  subject: subjectIn(terms, rules),
  sector: sectorIn(terms, rules),
})

/** What makes a period another than that of the figures below. */
const NO_PERIOD = ['Baseline', 'Founding', 'Deadline'] as const

/** The first period outside brackets that nothing is compared with. */
const timeIn = (terms: readonly Term[], rules: RuleSet): Term | null => {
  const v = rules.vocabulary
  let depth = 0
  for (const term of terms) {
    if (hasTag(term.tags, v.id.Open)) depth++
    else if (hasTag(term.tags, v.id.Close)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && term.time && !NO_PERIOD.some(tag => hasTag(term.tags, v.id[tag]))) return term
  }
  return null
}

const statusOf = (terms: readonly Term[], rules: RuleSet): Context['status'] => {
  const tag = (name: string) => rules.tags.id(name)
  for (const term of terms) {
    if (hasTag(term.tags, tag('ReportSection'))) return { value: 'actual', weak: false, term }
    if (hasTag(term.tags, tag('EstimateWord'))) return { value: 'estimate', weak: false, term }
    if (hasTag(term.tags, tag('PlanSection'))) return { value: 'target', weak: false, term }
    if (
      hasTag(term.tags, tag('WeakPlanSection')) ||
      hasTag(term.tags, tag('TargetWord')) ||
      hasTag(term.tags, tag('PlanWord'))
    )
      return { value: 'target', weak: true, term }
  }
  return null
}

/** The subject that a heading is about: its only one, or the first of several kinds only when they are the same. */
const subjectIn = (terms: readonly Term[], rules: RuleSet): Context['subject'] => {
  const organisation = rules.tags.id('Organisation')
  const first = terms.find(t => t.entry?.subject)
  // a section on the fund itself, not on a policy of which it is one part
  const policy = rules.tags.id('PolicyWord')
  if (first?.entry?.subject === 'support_fund' && !terms.some(t => hasTag(t.tags, policy)))
    return { value: 'support_fund', term: first }
  const named = terms.filter(t => t.entry?.subject && hasTag(t.tags, organisation))
  const kinds = new Set(named.map(t => t.entry?.subject))
  const only = named[0]
  return kinds.size === 1 && only?.entry?.subject ? { value: only.entry.subject, term: only } : null
}

/** A heading of so few words names a branch by any of its words. */
const SHORT = 4

export const sectorIn = (terms: readonly Term[], rules: RuleSet): Context['sector'] => {
  const branchWord = terms.some(t => hasTag(t.tags, rules.tags.id('InSector')))
  const credit = rules.tags.id('CreditSector')
  const short = terms.length <= SHORT && !terms.some(t => hasTag(t.tags, rules.tags.id('PolicyWord')))
  const term = terms.find(
    t =>
      t.entry?.sector &&
      // `Tín dụng`, `Đất đai, tín dụng` are headings of a policy
      (branchWord || hasTag(t.tags, rules.tags.id('Sector')) || (short && !hasTag(t.tags, credit))),
  )
  return term?.entry?.sector ? { value: term.entry.sector, term } : null
}
