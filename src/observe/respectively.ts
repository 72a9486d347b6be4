import type { Subject } from '../contract/index.ts'
import type { Term } from '../lex/term.ts'
import { hasTag } from '../rules/tags.ts'
import type { Figure } from './figure.ts'
import { type Found, wordsOf } from './found.ts'
import type { History } from './history.ts'
import { firstFrom } from './landmarks.ts'
import type { Reading } from './reading.ts'

export const RESPECTIVELY = ['Respectively']

/** The organisations named from the beginning of a sentence up to its `lần lượt`; asked by every figure behind it. */
const namedIn = new WeakMap<readonly Term[], Map<number, readonly Term[]>>()

const namedBefore = ({ terms, rules }: Reading, from: number, marker: number): readonly Term[] => {
  const known = namedIn.get(terms) ?? new Map<number, readonly Term[]>()
  namedIn.set(terms, known)
  const before = known.get(from)
  if (before) return before
  const organisation = rules.tags.id('Organisation')
  const made = terms.slice(from, marker).filter(t => t.entry?.subject && hasTag(t.tags, organisation))
  known.set(from, made)
  return made
}

/** `Số tổ hợp tác và liên hiệp HTX lần lượt là 3.105 và 03`: the n-th number belongs to the n-th organisation named. */
export const respectiveSubject = (reading: Reading, figure: Figure, history: History): Found<Subject> | null => {
  const { content } = reading
  const { sentence } = figure
  const marker = firstFrom(reading, RESPECTIVELY, sentence.from)
  if (marker >= figure.at) return null
  const named = namedBefore(reading, sentence.from, marker)
  if (named.length < 2) return null
  const nth = history.levelsOf(sentence).filter(s => s.figure.at > marker).length
  const term = named[nth]
  return term?.entry?.subject ? { value: term.entry.subject, from: 'sentence', words: wordsOf(content, term) } : null
}
