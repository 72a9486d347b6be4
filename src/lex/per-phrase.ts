import type { Per, Subject, Unit } from '../contract/index.ts'
import { hasTag } from '../rules/tags.ts'
import type { Term } from './term.ts'
import type { Vocabulary } from './vocabulary.ts'

const PER_OF: Partial<Record<Unit, Per>> = { organisation: 'organisation', person: 'person' }

/** What a noun makes a figure an average over, standing behind `mỗi` or a slash. */
export const perOf = (term: Term | undefined): Per | null => {
  if (!term?.entry) return null
  return term.entry.per ?? (term.entry.counts ? (PER_OF[term.entry.counts] ?? null) : null)
}

/** `/HTX/năm`, `/người/tháng`, `một HTX`, `mỗi tháng`. */
export const perAt = (
  terms: readonly Term[],
  from: number,
  v: Vocabulary,
): { per: Per[]; subject: Subject | null; to: number } => {
  const per: Per[] = []
  let subject: Subject | null = null
  let at = from
  for (;;) {
    const term = terms[at]
    if (!term || !(hasTag(term.tags, v.id.Slash) || term.key === 'mot' || term.key === 'moi')) break
    const noun = perOf(terms[at + 1])
    if (!noun || per.includes(noun)) break
    per.push(noun)
    if (noun === 'organisation') subject = terms[at + 1]?.entry?.subject ?? null
    at += 2
  }
  return { per, subject, to: at }
}
