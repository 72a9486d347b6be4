import { type Marked, unmark } from '../../src/authoring/marked.ts'
import { lexPhrase as lex, readPhrase } from '../../src/authoring/phrase.ts'
import type { LexedBlock } from '../../src/lex/lex-block.ts'
import type { Term } from '../../src/lex/term.ts'
import type { Draft } from '../../src/observe/draft.ts'
import { loadRules, type RuleSet } from '../../src/rules/rule-set.ts'

export { unmark }

export const RULES: RuleSet = loadRules()

/** The terms of a phrase, and the numbers in it that are no statistics. */
export const lexPhrase = (text: string): LexedBlock => lex(text, RULES)

export const termsOf = (text: string): readonly Term[] => lexPhrase(text).terms

/** The statistics of a phrase that stands alone, without headings above. */
export const observePhrase = (text: string): readonly Draft[] => readPhrase(text, RULES).drafts

/** The statistic whose number stands at the marked place of a phrase. */
export const observeMarked = ({ text, start, end }: Marked): Draft | null =>
  observePhrase(text).find(d => d.start < end && start < d.end) ?? null
