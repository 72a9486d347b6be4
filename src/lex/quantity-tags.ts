import type { Unit } from '../contract/index.ts'
import { type TagBits, union } from '../rules/tags.ts'
import type { Quantity } from './term.ts'
import type { LexerTag, Vocabulary } from './vocabulary.ts'

const OF_UNIT: Record<Unit, readonly LexerTag[]> = {
  organisation: ['Count'],
  person: ['Count'],
  VND: ['Money'],
  percent: ['Percent'],
  hectare: ['Count', 'Area'],
  class: ['Count'],
  project: ['Count'],
  product: ['Count'],
  times: ['Count', 'Times'],
  other: ['Count'],
}
const OF_NO_UNIT: readonly LexerTag[] = ['Bare', 'Count']

/** The few sets that there are, each made once. */
const made = new WeakMap<Vocabulary, Map<string, TagBits>>()

/** What patterns see of a quantity: the kind of its unit, and whether it is the second of a pair. */
export const quantityTags = ({ unit, pair }: Pick<Quantity, 'unit' | 'pair'>, v: Vocabulary): TagBits => {
  const sets = made.get(v) ?? new Map<string, TagBits>()
  made.set(v, sets)
  const name = `${unit} ${pair === 'second'}`
  const known = sets.get(name)
  if (known) return known
  const second: readonly LexerTag[] = pair === 'second' ? ['PairSecond'] : []
  const tags = [...(unit === null ? OF_NO_UNIT : OF_UNIT[unit]), ...second]
    .map(t => v.bits[t])
    .reduce(union, v.bits.Quantity)
  sets.set(name, tags)
  return tags
}
