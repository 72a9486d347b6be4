import { type Marked, unmark } from '../../src/authoring/marked.ts'
import { lexPhrase as lex, readPhrase } from '../../src/authoring/phrase.ts'
import type { LexedBlock } from '../../src/lex/lex-block.ts'
import type { Term } from '../../src/lex/term.ts'
import type { Draft } from '../../src/observe/draft.ts'
import { loadRules, type RuleSet, rulesAlone } from '../../src/rules/rule-set.ts'

export { unmark }

/** The rules alone, without what was learned beside them. */
export const RULES: RuleSet = rulesAlone(loadRules())

/** The terms of a phrase, and the numbers in it that are no statistics. */
export const lexPhrase = (text: string): LexedBlock => lex(text, RULES)

export const termsOf = (text: string): readonly Term[] => lexPhrase(text).terms

/** The statistics of a phrase that stands alone, without headings above. */
export const observePhrase = (text: string, rules: RuleSet = RULES): readonly Draft[] => readPhrase(text, rules).drafts

/** The statistic whose number stands at the marked place of a phrase. */
export const observeMarked = ({ text, start, end }: Marked): Draft | null =>
  observePhrase(text).find(d => d.start < end && start < d.end) ?? null
