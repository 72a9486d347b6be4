import type { DocumentHeader } from '../contract/index.ts'
import { type LexedBlock, lexBlock, writingOf } from '../lex/lex-block.ts'
import { documentTime } from '../observe/document-time.ts'
import type { Draft } from '../observe/draft.ts'
import { observeBlock } from '../observe/observe-block.ts'
import type { Watch } from '../observe/watch.ts'
import type { MappedText } from '../repair/mapped-text.ts'
import { repairSpans } from '../repair/repair-spans.ts'
import type { RuleSet } from '../rules/rule-set.ts'

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

/** A phrase read on its own, without headings above. */
export interface ReadPhrase {
  readonly content: MappedText
  readonly lexed: LexedBlock
  readonly drafts: readonly Draft[]
}

const contentOf = (text: string): MappedText => repairSpans(text, [{ start: 0, end: text.length }])

/** The terms of a phrase, and the numbers in it that are no statistics. */
export const lexPhrase = (text: string, rules: RuleSet): LexedBlock =>
  lexBlock(contentOf(text), [], rules, writingOf(text, rules))

/** Reads a phrase as the examples of rules are read. */
export const readPhrase = (text: string, rules: RuleSet, watch?: Watch): ReadPhrase => {
  const content = contentOf(text)
  const lexed = lexBlock(content, [], rules, writingOf(text, rules))
  const reading = { content, terms: lexed.terms, above: [], document: documentTime(HEADER), rules, watch }
  return { content, lexed, drafts: observeBlock(reading) }
}
