import type { RuleSet } from '../rules/rule-set.ts'
import { type Marked, unmark } from './marked.ts'
import { lexPhrase, readPhrase } from './phrase.ts'
import type { CataloguedRule } from './rule-catalogue.ts'

/** What an example was read as, and the rule that read it; null where none did. */
export interface ExampleReading {
  readonly value: string | null
  readonly rule: string | null
}

export const NO_PERIOD = 'no period'

const NOTHING: ExampleReading = { value: null, rule: null }

const draftAt = ({ text, start, end }: Marked, rules: RuleSet) =>
  readPhrase(text, rules).drafts.find(d => d.start < end && start < d.end)

const READ: Record<CataloguedRule['kind'], (phrase: string, rules: RuleSet) => ExampleReading> = {
  indicator: (phrase, rules) => {
    const draft = draftAt(unmark(phrase), rules)
    return draft ? { value: draft.indicator, rule: draft.because.indicator?.rule ?? null } : NOTHING
  },
  measure: (phrase, rules) => {
    const draft = draftAt(unmark(phrase), rules)
    return draft ? { value: draft.measure, rule: draft.because.measure?.rule ?? null } : NOTHING
  },
  numeral: (phrase, rules) => {
    const { text, start, end } = unmark(phrase)
    const aside = lexPhrase(text, rules).setAside.find(s => s.start < end && start < s.end)
    return aside ? { value: aside.class, rule: aside.rule } : NOTHING
  },
  period: (phrase, rules) => {
    const periods = lexPhrase(phrase, rules).terms.filter(t => t.time).length
    return { value: periods === 0 ? NO_PERIOD : periods === 1 ? 'one period' : `${periods} periods`, rule: null }
  },
}

/** Reads an example of a rule on its own, with the rules of a set. */
export const readExample = (kind: CataloguedRule['kind'], phrase: string, rules: RuleSet): ExampleReading =>
  READ[kind](phrase, rules)
