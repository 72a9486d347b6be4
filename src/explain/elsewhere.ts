import type { Term } from '../lex/term.ts'
import type { Question } from '../observe/watch.ts'
import { matchFrom } from '../rules/match.ts'
import type { Element, Pattern } from '../rules/pattern.ts'

/** A pattern of one element. */
const alone = (e: Element): Pattern => ({
  source: '',
  elements: [{ ...e, group: null }],
  target: null,
  before: [],
  after: [],
  anchoredStart: false,
  anchoredEnd: false,
  required: new Int32Array(0),
})

export interface Elsewhere {
  readonly side: 'before' | 'after'
  readonly terms: readonly Term[]
}

/** The terms that an element of a pattern would take in the figure's sentence, nearest to the figure; null without any. */
export const elsewhere = ({ reading, figure }: Question, element: Element): Elsewhere | null => {
  if (element.negative) return null
  const { from, to } = figure.sentence
  const pattern = alone(element)
  const places = Array.from({ length: to - from }, (_, i) => from + i).filter(i => i !== figure.at)
  places.sort((a, b) => Math.abs(a - figure.at) - Math.abs(b - figure.at))
  for (const at of places) {
    const m = matchFrom(pattern, reading.terms, at, from, to)
    if (m && m.to > m.from)
      return { side: at < figure.at ? 'before' : 'after', terms: reading.terms.slice(m.from, m.to) }
  }
  return null
}
