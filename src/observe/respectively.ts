import type { Subject } from '../contract/index.ts'
import { hasTag } from '../rules/tags.ts'
import type { Figure } from './figure.ts'
import { type Found, wordsOf } from './found.ts'
import type { History } from './history.ts'
import type { Reading } from './reading.ts'

/** `Số tổ hợp tác và liên hiệp HTX lần lượt là 3.105 và 03`: the n-th number belongs to the n-th organisation named. */
export const respectiveSubject = (reading: Reading, figure: Figure, history: History): Found<Subject> | null => {
  const { terms, rules, content } = reading
  const { sentence } = figure
  const respectively = rules.tags.id('Respectively')
  const organisation = rules.tags.id('Organisation')
  const before = terms.slice(sentence.from, figure.at)
  const marker = before.findIndex(t => hasTag(t.tags, respectively))
  if (marker < 0) return null
  const named = before.slice(0, marker).filter(t => t.entry?.subject && hasTag(t.tags, organisation))
  if (named.length < 2) return null
  const nth = history.levelsOf(sentence).filter(s => s.figure.at > sentence.from + marker).length
  const term = named[nth]
  return term?.entry?.subject ? { value: term.entry.subject, from: 'sentence', words: wordsOf(content, term) } : null
}
