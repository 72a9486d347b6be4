import { hasTag } from '../rules/tags.ts'
import { makeTerm, type Term } from './term.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * `1 238 người`: thousands parted by a blank are one number, where what follows counts. Two figures side by side without a
 * word between them are rare in running text, and a counter behind the second then leaves the first without any.
 */
export const joinSpacedThousands = (terms: readonly Term[], text: string, v: Vocabulary): Term[] => {
  const joined: Term[] = []
  for (let at = 0; at < terms.length; ) {
    const first = terms[at]
    if (!first) break
    let to = at + 1
    while (continues(terms, to, text, v)) to++
    const last = terms[to - 1]
    if (to === at + 1 || !last || !/^\d{1,3}$/.test(written(first, text)) || !counts(terms, at, to, v)) {
      joined.push(first)
      at++
      continue
    }
    const value = Number(text.slice(first.start, last.end).replace(/\s/g, ''))
    joined.push(makeTerm(String(value), v.bits.Number, first.start, last.end, { spelled: value }))
    at = to
  }
  return joined
}

const written = (term: Term, text: string) => text.slice(term.start, term.end)

/** Three digits one blank behind a number. */
const continues = (terms: readonly Term[], at: number, text: string, v: Vocabulary): boolean => {
  const before = terms[at - 1]
  const term = terms[at]
  if (!before || !term || !hasTag(before.tags, v.id.Number) || !hasTag(term.tags, v.id.Number)) return false
  return term.start === before.end + 1 && /^\d{3}$/.test(written(term, text))
}

/** A counter, magnitude or currency stands behind the number, and no name or sign that would make it two before it. */
const counts = (terms: readonly Term[], from: number, to: number, v: Vocabulary): boolean => {
  const next = terms[to]
  const before = terms[from - 1]
  const parting = [v.id.Slash, v.id.Dash, v.id.ProperName, v.id.Capital, v.id.Number]
  if (!next || (before && parting.some(t => hasTag(before.tags, t)))) return false
  const tags = [v.id.Magnitude, v.id.Currency, v.id.MoneyUnit]
  return next.entry?.counts !== undefined || tags.some(t => hasTag(next.tags, t))
}
