import type { Extraction, Observation } from '../../src/contract/index.ts'
import { randomSample } from '../../src/review/sample.ts'
import { extractionOf, flag, observation } from '../support/extraction.ts'
import type { Reviewing } from './review-support.ts'

/** A document of numbers that stand each in a sentence; the words of the last three are the same. */
export const ITEMS = ['alpha', 'bravo', 'charlie', 'delta', 'delta', 'delta'] as const
export type Item = number
/** What stands in the text for the first of them; with its neighbours it is no value in any magnitude, as 100 would be for 1. */
export const FIRST = 151
/** The first two are to add up to the third. */
const SUM = [0, 1, 2] as const

export type Status = 'estimate' | 'actual'
export interface Figure {
  readonly value: number
  readonly status: Status
}
export interface Read extends Figure {
  readonly doubtful: boolean
}

/** A reading of the document: its text after so many lines of a cover, without some sentences; which numbers were found, as what. */
export interface Reading {
  readonly cover: number
  readonly gone: readonly boolean[]
  readonly found: readonly (Read | null)[]
}

/** Rules that check. */
export type Checks = 'strict' | 'mild'
export const SEVERITY = { strict: 'error', mild: 'warning' } as const
export const engineOf = (checks: Checks): Extraction['engine'] => ({ version: '0.0.1', rules: checks })

const sentence = (item: Item) => `${ITEMS[item]}one ${ITEMS[item]}two ${FIRST + item} ${ITEMS[item]}three\n`
export const placeOf = (text: string, item: Item): number => text.indexOf(String(FIRST + item))

/** The sum, where it does not come out. */
export const checkBy =
  (checks: Checks): Reviewing['check'] =>
  async ({ text }, records) => ({ flags: flagsOf(text, records, checks), support: new Map() })

const flagsOf = (text: string, records: readonly Observation[], checks: Checks) => {
  const found = SUM.flatMap(item => records.find(r => r.evidence.start === placeOf(text, item)) ?? [])
  const [a, b, sum] = found
  const expected = (a?.value ?? 0) + (b?.value ?? 0)
  if (sum === undefined || expected === sum.value) return []
  return [
    flag({
      ...{ check: 'sum', severity: SEVERITY[checks], expression: `${a?.value} + ${b?.value} ≠ ${sum.value}` },
      observations: found.map(({ id }) => id),
      suspects: [{ observation: sum.id, weight: 1 }],
      suggestion: { observation: sum.id, value: expected, text: String(expected), because: [] },
    }),
  ]
}

export const read = ({ cover, gone, found }: Reading, checks: Checks): Extraction => {
  const text = `${'cover page\n'.repeat(cover)}${ITEMS.map((_, i) => (gone[i] ? '' : sentence(i))).join('')}end\n`
  const observations = found.flatMap((figure, item): Observation[] => {
    if (figure === null || gone[item]) return []
    const { doubtful, ...statement } = figure
    const o = observation(text, String(FIRST + item), { ...statement, confidence: doubtful ? 0.5 : 0.95 })
    return [{ ...o, id: `o${o.evidence.start}` }]
  })
  const flags = flagsOf(text, observations, checks)
  return extractionOf(Buffer.from(text), 'a', { observations, flags, engine: engineOf(checks) })
}

/** What one decision made of one number: null took it away. */
interface Settled {
  readonly item: Item
  readonly becomes: Figure | null
  /** What the machine had read when it was made. */
  readonly over: Figure | null
  /** What it had read when the number was drawn; null where it was not. */
  readonly drawn: Figure | null
  readonly added: boolean
}
type Done =
  | Settled
  | { readonly noted: Item }
  /** Closes the flag over these values. */
  | { readonly dismissed: readonly (number | undefined)[] }
  | { readonly undoes: number }

const same = (a: Figure | null, b: Figure | null) => a?.value === b?.value && a?.status === b?.status
const onlyFigure = (figure: Figure | null): Figure | null =>
  figure === null ? null : { value: figure.value, status: figure.status }

/** What is to be: the machine's numbers, and decisions in their order, of which those stand that no standing one undoes. */
export class Model {
  reading: Reading
  /** By which rules it was read, and by which its records are checked. */
  readBy: Checks
  checks: Checks
  readonly done: Done[] = []

  constructor(reading: Reading, checks: Checks) {
    this.reading = reading
    this.readBy = checks
    this.checks = checks
  }

  machine(item: Item): Read | null {
    return this.reading.gone[item] ? null : (this.reading.found[item] ?? null)
  }

  stands(nth: number): boolean {
    return !this.done.some((d, i) => i > nth && 'undoes' in d && d.undoes === nth && this.stands(i))
  }

  /** The latest decision on a number that stands. */
  settling(item: Item): { readonly settled: Settled; readonly by: number } | null {
    const by = this.done.findLastIndex((d, i) => 'item' in d && d.item === item && this.stands(i))
    const settled = this.done[by]
    return settled !== undefined && 'item' in settled ? { settled, by } : null
  }

  /** A number as it is now; null where it was taken away, or was never there, or its words are gone. */
  current(item: Item): Figure | null {
    if (this.reading.gone[item]) return null
    const settling = this.settling(item)
    return settling === null ? onlyFigure(this.machine(item)) : settling.settled.becomes
  }

  /** The sum's figures, where it does not come out. */
  get failing(): readonly (number | undefined)[] | null {
    const [a, b, sum] = SUM.map(item => this.current(item)?.value)
    if (a === undefined || b === undefined || sum === undefined) return null
    return a + b === sum ? null : [a, b, sum]
  }

  get expected(): number {
    return (this.current(0)?.value ?? 0) + (this.current(1)?.value ?? 0)
  }

  get isDismissed(): boolean {
    const now = JSON.stringify(this.failing)
    return this.done.some((d, i) => 'dismissed' in d && this.stands(i) && JSON.stringify(d.dismissed) === now)
  }

  get items(): Item[] {
    return [...ITEMS.keys()].filter(item => !this.reading.gone[item])
  }

  notes(item: Item): number[] {
    return [...this.done.keys()].filter(i => {
      const d = this.done[i]
      return d !== undefined && 'noted' in d && d.noted === item && this.stands(i)
    })
  }

  settle(item: Item, becomes: Figure | null, drawn: boolean, added = false): Settled {
    const over = onlyFigure(this.machine(item))
    const before = this.settling(item)
    return { item, becomes, over, added, drawn: before !== null ? before.settled.drawn : drawn ? over : null }
  }

  /** Decisions that stand and whose place is gone: of the sum's figures one is enough. */
  get detached(): number[] {
    const { gone } = this.reading
    return [...this.done.keys()].filter(i => {
      const d = this.done[i]
      if (d === undefined || 'undoes' in d || !this.stands(i)) return false
      if ('item' in d) return gone[d.item]
      if ('dismissed' in d) return SUM.some(item => gone[item])
      return gone[d.noted] || (this.machine(d.noted) === null && this.settling(d.noted) === null)
    })
  }

  /** What the queue is to know. */
  counts(extraction: Extraction, document: string) {
    const settled = this.items.filter(item => this.settling(item) !== null)
    const open = this.items.filter(item => this.settling(item) === null && this.machine(item) !== null)
    const drawn = randomSample(document, extraction)
    const severity = SEVERITY[settled.length > 0 ? this.checks : this.readBy]
    const isOpen = this.failing !== null && !this.isDismissed
    const all = [...ITEMS.keys()].flatMap(item => this.settling(item)?.settled ?? [])
    return {
      records: settled.length + open.length,
      settled: settled.length,
      openErrors: isOpen && severity === 'error' ? 1 : 0,
      unsettledErrors: isOpen && severity === 'error' && SUM.some(item => open.includes(item)) ? 1 : 0,
      openWarnings: isOpen && severity === 'warning' ? 1 : 0,
      openNotes: 0,
      openChanged: all.filter(each => this.#hasChanged(each)).length,
      openDoubtful: open.filter(item => this.machine(item)?.doubtful).length,
      openSample: open.filter(item => drawn.has(`o${placeOf(extraction.text, item)}`)).length,
      sampleSettled: all.filter(each => each.drawn !== null).length,
      // no number of the text is a value, so that only a status is misread
      sampleWrong: all.filter(
        ({ drawn, becomes }) => drawn !== null && (becomes === null || becomes.status !== drawn.status),
      ).length,
    }
  }

  #hasChanged({ item, becomes, over }: Settled): boolean {
    if (this.reading.gone[item]) return becomes !== null
    const now = this.machine(item)
    return !same(now, becomes) && !same(now, over)
  }
}
