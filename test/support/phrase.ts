import type { DocumentHeader } from '../../src/contract/index.ts'
import { type LexedBlock, lexBlock, writingOf } from '../../src/lex/lex-block.ts'
import type { Term } from '../../src/lex/term.ts'
import { documentTime } from '../../src/observe/document-time.ts'
import type { Draft } from '../../src/observe/draft.ts'
import { observeBlock } from '../../src/observe/observe-block.ts'
import type { MappedText } from '../../src/repair/mapped-text.ts'
import { repairSpans } from '../../src/repair/repair-spans.ts'
import { loadRules, type RuleSet } from '../../src/rules/rule-set.ts'

/** The rules alone, without what was learned beside them. */
export const RULES: RuleSet = { ...loadRules(), learned: null }

/** A plan for 2020, issued in September 2019: what phrases are read against that name no year themselves. */
const HEADER: DocumentHeader = {
  kind: 'plan',
  number: null,
  symbol: null,
  issuer: null,
  area: null,
  place: null,
  issued: '2019-09-12',
  title: null,
  reports: '2019-01/2019-09',
  plans: '2020',
  signer: null,
  recipients: [],
  references: [],
}

/** A phrase with the number in question in square brackets, taken apart; offsets into the bare phrase. */
export interface Marked {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** @throws where the phrase marks no number */
export const unmark = (phrase: string): Marked => {
  const start = phrase.indexOf('[')
  const end = phrase.indexOf(']', start) - 1
  if (start < 0 || end <= start) throw new Error(`no [number] in "${phrase}"`)
  return { text: phrase.replace('[', '').replace(']', ''), start, end }
}

const contentOf = (text: string): MappedText => repairSpans(text, [{ start: 0, end: text.length }])

/** The terms of a phrase, and the numbers in it that are no statistics. */
export const lexPhrase = (text: string): LexedBlock => lexBlock(contentOf(text), [], RULES, writingOf(text, RULES))

export const termsOf = (text: string): readonly Term[] => lexPhrase(text).terms

/** The statistics of a phrase that stands alone, without headings above. */
export const observePhrase = (text: string, rules: RuleSet = RULES): Draft[] =>
  observeBlock({
    content: contentOf(text),
    terms: termsOf(text),
    above: [],
    document: documentTime(HEADER),
    rules,
  })

/** The statistic whose number stands at the marked place of a phrase. */
export const observeMarked = ({ text, start, end }: Marked): Draft | null =>
  observePhrase(text).find(d => d.start < end && start < d.end) ?? null
