import type { Words } from '../contract/index.ts'
import { explainNumeral, type NumeralExplanation } from '../explain/explain-numeral.ts'
import { numeralsIn } from '../explain/numerals-in.ts'
import { Places } from '../explain/places.ts'
import { record } from '../explain/recording.ts'
import type { LexedBlock } from '../lex/lex-block.ts'
import { Locator } from '../observe/locator.ts'
import { accountedIn, finish } from '../observe/observe.ts'
import { readText } from '../read/text.ts'
import { sourceSpan } from '../repair/mapped-text.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { findMark } from './marked.ts'
import { readPhrase } from './phrase.ts'

/** A word of a sentence as patterns see it. */
export interface TriedTerm {
  readonly words: Words
  readonly key: string
  readonly tags: readonly string[]
}

/** A sentence read on its own. */
export interface Trial {
  readonly text: string
  readonly terms: readonly TriedTerm[]
  /** Of the marked number, or of all. */
  readonly explanations: readonly NumeralExplanation[]
  /** sha256 over the rule files. */
  readonly rules: string
}

/**
 * Reads a sentence as examples of rules are read, and explains its numbers.
 * @param phrase the sentence; square brackets round a number pick it out
 */
export const tryPhrase = (phrase: string, rules: RuleSet): Trial => {
  const marked = findMark(phrase)
  const text = marked?.text ?? phrase
  const source = readText(Buffer.from(text))
  if (!source.ok) throw new Error(source.problem.code)
  const { document } = source
  const whole = { start: 0, end: text.length }
  const { watch, recording } = record(whole)
  const { content, lexed, drafts } = readPhrase(text, rules, watch)
  watch.accounted?.(accountedIn(content, lexed))
  const places = new Places(document)
  const locator = new Locator(document)
  const observations = drafts.map(d => finish(d, content, null, locator, rules))
  const numerals = numeralsIn(text, marked ?? whole, observations)
  return {
    text,
    terms: termsOf(lexed, rules, span => places.words(sourceSpan(content, span.start, span.end))),
    explanations: numerals.map(n => explainNumeral(n, recording, observations, places, rules)),
    rules: rules.digest,
  }
}

const termsOf = (
  { terms }: LexedBlock,
  rules: RuleSet,
  words: (span: { readonly start: number; readonly end: number }) => Words,
): TriedTerm[] => terms.map(t => ({ words: words(t), key: t.key, tags: rules.tags.names(t.tags) }))
