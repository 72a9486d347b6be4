import type { Term } from '../lex/term.ts'
import { hasTag } from '../rules/tags.ts'
import type { Figure } from './figure.ts'
import { type Reading, runInHeading, tagged } from './reading.ts'

/** The label of a figure: the terms before the first colon of its sentence, else of its block, unless it has its own. */
export const labelOf = (reading: Reading, figure: Figure): readonly Term[] => {
  const { terms, rules } = reading
  const isColon = (t: Term) => hasTag(t.tags, rules.vocabulary.id.Colon)
  const own = terms.slice(figure.low + 1, figure.at).findIndex(isColon)
  // `…, gồm: tốt 08` has no label of its own
  if (own >= 0 && !tagged(reading, figure.low + own, 'OfWhich')) return []
  const listed = labelInList(reading, figure)
  if (listed) return listed
  const from = terms.slice(figure.sentence.from, figure.low + 1).findIndex(isColon)
  if (from >= 0) return terms.slice(figure.sentence.from, figure.sentence.from + from)
  const first = terms.slice(0, figure.low).findIndex(isColon)
  if (first >= 0) return terms.slice(0, first)
  return terms.slice(0, runInHeading(reading))
}

/**
 * `HTX hiệu quả: 65%; HTX liên kết: 15 HTX; mỗi xã 01 HTX`: in a list of labels each holds for its own clause only; null
 * where the sentence is no such list.
 */
const labelInList = (reading: Reading, { sentence, low }: Figure): readonly Term[] | null => {
  const clauses: { from: number; colon: number }[] = [{ from: sentence.from, colon: -1 }]
  let depth = 0
  for (let i = sentence.from; i <= low; i++) {
    const clause = clauses.at(-1)
    if (tagged(reading, i, 'Open')) depth++
    else if (tagged(reading, i, 'Close')) depth = Math.max(0, depth - 1)
    else if (depth === 0 && tagged(reading, i, 'Semicolon')) clauses.push({ from: i + 1, colon: -1 })
    else if (depth === 0 && clause && clause.colon < 0 && tagged(reading, i, 'Colon')) clause.colon = i
  }
  const last = clauses.at(-1)
  if (!last || clauses.slice(1).every(c => c.colon < 0)) return null
  return last.colon < 0 ? [] : reading.terms.slice(last.from, last.colon)
}

/** `nợ thuế: 18 tr.đ`: words that no rule knows name the figure all the same, and no heading may do it for them. */
export const hasOwnLabel = (reading: Reading, figure: Figure): boolean =>
  tagged(reading, figure.at - 1, 'Colon') &&
  tagged(reading, figure.at - 2, 'Plain') &&
  tagged(reading, figure.at - 3, 'Plain')
