import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DecisionRequest, Extraction, NewStatement, Observation } from '../../src/contract/index.ts'
import { overlay } from '../../src/review/overlay.ts'
import { RecordKeys } from '../../src/review/record-keys.ts'
import { judgements } from '../../src/review/verdicts.ts'
import { extractionOf, observation } from '../support/extraction.ts'
import { Reviewing } from './review-support.ts'

/** Numbers that a document may hold, each in a sentence of words that stand nowhere else. */
const ITEMS = ['alpha', 'bravo', 'charlie', 'delta', 'echo'] as const
type Item = number

/** A reading of the document: its text after so many lines of a cover, without some sentences; which numbers were found, as what. */
interface Reading {
  readonly cover: number
  readonly gone: readonly boolean[]
  readonly found: readonly (number | null)[]
}

const sentence = (item: Item) => `${ITEMS[item]}one ${ITEMS[item]}two ${100 + item} ${ITEMS[item]}three\n`

const read = ({ cover, gone, found }: Reading): Extraction => {
  const text = `${'cover page\n'.repeat(cover)}${ITEMS.map((_, i) => (gone[i] ? '' : sentence(i))).join('')}end\n`
  const observations = found.flatMap((value, item): Observation[] => {
    if (value === null || gone[item]) return []
    const o = observation(text, String(100 + item), { value, support: 0 })
    return [{ ...o, id: `o${o.evidence.start}`, because: { indicator: { from: 'rule', rule: 'a/b' } } }]
  })
  return extractionOf(Buffer.from(text), 'a', { observations })
}

type Step =
  | { readonly do: 'read'; readonly reading: Reading }
  | { readonly do: 'confirm' | 'reject' | 'add'; readonly item: Item; readonly value?: undefined }
  | { readonly do: 'correct'; readonly item: Item; readonly value: number }
  | { readonly do: 'undo'; readonly nth: number }

const item = fc.nat(ITEMS.length - 1)
const value = fc.integer({ min: 1, max: 5 })
const reading: fc.Arbitrary<Reading> = fc.record({
  cover: fc.nat(2),
  gone: fc.array(
    fc.nat(5).map(n => n === 0),
    { minLength: ITEMS.length, maxLength: ITEMS.length },
  ),
  found: fc.array(fc.option(value), { minLength: ITEMS.length, maxLength: ITEMS.length }),
})
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('read' as const), reading }),
  fc.record({ do: fc.constantFrom('confirm' as const, 'reject' as const, 'add' as const), item }),
  fc.record({ do: fc.constant('correct' as const), item, value }),
  fc.record({ do: fc.constant('undo' as const), nth: fc.nat(20) }),
)

/** What one decision made of one number: null took it away. An undo names the decision that it undoes. */
type Done = { readonly item: Item; readonly becomes: number | null } | { readonly undoes: number }

/** The model: the machine's numbers, and decisions in their order, of which those stand that no standing one undoes. */
class Model {
  machine: readonly (number | null)[] = []
  gone: readonly boolean[] = []
  readonly done: Done[] = []

  stands(nth: number): boolean {
    return !this.done.some((d, i) => i > nth && 'undoes' in d && d.undoes === nth && this.stands(i))
  }

  /** The value of a number now, and which decision made it so; no value where it was taken away, or was never there. */
  current(item: Item): { readonly value: number | null; readonly by: number | null } {
    const by = this.done.findLastIndex((d, i) => 'item' in d && d.item === item && this.stands(i))
    const decided = this.done[by]
    if (decided !== undefined && 'item' in decided) return { value: decided.becomes, by }
    return { value: this.machine[item] ?? null, by: null }
  }
}

const STATEMENT: NewStatement = {
  ...{
    subject: 'cooperative',
    indicator: 'organisations_new',
    unit: 'organisation',
    period: '2019',
    status: 'estimate',
  },
  ...{ sector: null, measure: 'level', comparator: 'eq', per: [], source: null, qualifier: null, area: null },
  label: 'Số hợp tác xã thành lập mới',
}

/** Both at once: what the model takes, the program must take, and the other way round. */
class Both {
  readonly model = new Model()
  readonly reviewing: Reviewing

  constructor(first: Reading) {
    this.reviewing = new Reviewing(read(first))
    this.#reads(first)
  }

  #reads({ found, gone }: Reading): void {
    this.model.machine = found.map((value, item) => (gone[item] ? null : value))
    this.model.gone = gone
  }

  async do(step: Step): Promise<void> {
    if (step.do === 'read') {
      this.reviewing.readAnew(read(step.reading))
      this.#reads(step.reading)
      return
    }
    const done = this.#model(step)
    const result = await this.reviewing.decide(this.#request(step))
    expect([step, result.ok]).toEqual([step, done !== null])
    if (done !== null) this.model.done.push(done)
  }

  #model(step: Exclude<Step, { do: 'read' }>): Done | null {
    if (step.do === 'undo')
      return step.nth < this.model.done.length && this.model.stands(step.nth) ? { undoes: step.nth } : null
    const { item } = step
    if (this.model.gone[item]) return null
    const { value, by } = this.model.current(item)
    if (step.do === 'add') return value === null && by === null ? { item, becomes: 9 } : null
    if (value === null) return null
    if (step.do === 'reject') return { item, becomes: null }
    if (step.do === 'confirm') return { item, becomes: value }
    return step.do === 'correct' && step.value !== value ? { item, becomes: step.value } : null
  }

  #request(step: Exclude<Step, { do: 'read' }>): DecisionRequest {
    if (step.do === 'undo') return { kind: 'undo', decision: this.reviewing.decisions[step.nth]?.id ?? 'none' }
    const at = this.reviewing.extraction.text.indexOf(String(100 + step.item))
    const start = Math.max(0, at)
    const end = at < 0 ? start : start + 3
    if (step.do === 'add') return { kind: 'add', place: { start, end }, statement: { ...STATEMENT, value: 9 } }
    const record = this.at(start)?.id ?? 'none'
    return step.do === 'correct'
      ? { kind: 'correct', record, changes: { value: step.value } }
      : { kind: step.do, record }
  }

  overlaid() {
    const { extraction, now, decisions, place } = this.reviewing.stored
    return overlay(extraction, now, decisions, place)
  }

  at(start: number) {
    return this.overlaid().records.find(r => r.evidence.start === start)
  }

  /** Every number with its value, and which decision says so. */
  expectSame(): void {
    const { records, rejected, detached } = this.overlaid()
    const { text } = this.reviewing.extraction
    const decisionAt = (id: string | null) => {
      const at = this.reviewing.decisions.findIndex(d => d.id === id)
      return at < 0 ? null : at
    }
    const itemOf = (start: number) => Number(text.slice(start, start + 3)) - 100
    const told = (list: typeof records) =>
      list.map(r => ({ item: itemOf(r.evidence.start), value: r.value, by: decisionAt(r.decision) }))
    const { gone, done } = this.model
    const model = ITEMS.map((_, item) => ({ item, ...this.model.current(item) })).filter(m => !gone[m.item])
    expect(told(records)).toEqual(model.filter(m => m.value !== null))
    expect(told(rejected).map(({ item, by }) => ({ item, by }))).toEqual(
      model.filter(m => m.value === null && m.by !== null).map(({ item, by }) => ({ item, by })),
    )
    expect(detached.map(d => decisionAt(d.decision.id))).toEqual(
      [...done.keys()].filter(i => {
        const d = done[i]
        return d !== undefined && 'item' in d && gone[d.item] && this.model.stands(i)
      }),
    )
    expect(new Set([...records, ...rejected].map(r => r.id)).size).toBe(records.length + rejected.length)
    for (const r of records)
      expect([r.id, r.machine?.observation ?? null]).toEqual([
        r.id,
        this.#machineOtherwise(itemOf(r.evidence.start), r.value ?? null),
      ])
  }

  /** Each record is judged once, by the decision that holds, whatever texts it was decided on; all that was decided on it is one record's. */
  expectJudgedOnce(): void {
    const { decisions } = this.reviewing
    const held = ITEMS.flatMap((_, item) => {
      const { by } = this.model.current(item)
      const decision = by === null ? undefined : decisions[by]
      const isSaying = decision !== undefined && 'machine' in decision
      return isSaying && !(decision.machine === null && decision.kind === 'reject') ? [decision.version] : []
    })
    expect(
      judgements(decisions)
        .map(({ version }) => version)
        .sort(),
    ).toEqual(held.sort())
    const keys = new RecordKeys(decisions)
    const firsts = ITEMS.map(
      (_, item) =>
        new Set(
          this.model.done.flatMap((done, i) =>
            'item' in done && done.item === item ? [keys.recordOf(decisions[i]?.version ?? 0)?.first] : [],
          ),
        ),
    )
    for (const [item, found] of firsts.entries())
      expect([...found]).toEqual(
        found.size === 0 ? [] : [1 + this.model.done.findIndex(done => 'item' in done && done.item === item)],
      )
  }

  #machineOtherwise(item: Item, value: number | null) {
    const machine = this.model.machine[item] ?? null
    if (machine === null || machine === value) return null
    return this.reviewing.extraction.observations.find(
      o => o.value === machine && o.evidence.quote === String(100 + item),
    )
  }
}

test('any sequence of decisions, undos and readings leaves the records that the model has', async () => {
  await fc.assert(
    fc.asyncProperty(reading, fc.array(step, { maxLength: 25 }), async (first, steps) => {
      const both = new Both(first)
      for (const each of steps) {
        await both.do(each)
        both.expectSame()
        both.expectJudgedOnce()
      }
    }),
    { numRuns: 200 },
  )
})

/** Records are named as they are by then: those that were added, by the decision that added them. */
const requestOf = (reviewing: Reviewing, step: Exclude<Step, { do: 'read' }>): DecisionRequest => {
  if (step.do === 'undo') return { kind: 'undo', decision: `d${step.nth}` }
  const { extraction, now, decisions, place } = reviewing.stored
  const start = extraction.text.indexOf(String(100 + step.item))
  if (step.do === 'add') return { kind: 'add', place: { start, end: start + 3 }, statement: { ...STATEMENT, value: 9 } }
  const { records, rejected } = overlay(extraction, now, decisions, place)
  const record = [...records, ...rejected].find(r => r.evidence.start === start)?.id ?? `o${start}`
  return step.do === 'correct' ? { kind: 'correct', record, changes: { value: step.value } } : { kind: step.do, record }
}

const request: fc.Arbitrary<Step> = step.filter(({ do: does }) => does !== 'read')

test('a batch does what its decisions do one after the other, and is refused for each that is refused then', async () => {
  await fc.assert(
    fc.asyncProperty(reading, fc.array(request, { minLength: 1, maxLength: 12 }), async (first, steps) => {
      const extraction = read(first)
      const singly = new Reviewing(extraction)
      const requests: DecisionRequest[] = []
      const refused: string[] = []
      for (const [i, each] of steps.entries()) {
        if (each.do === 'read') return
        const request = requestOf(singly, each)
        requests.push(request)
        const result = await singly.decide(request)
        if (!result.ok) refused.push(...result.issues.map(({ at, code }) => `${at.replace('/0/', `/${i}/`)} ${code}`))
      }
      const together = new Reviewing(extraction)
      const result = await together.decide(...requests)
      expect(result.ok ? [] : result.issues.map(({ at, code }) => `${at} ${code}`)).toEqual(refused)
      expect(together.decisions).toEqual(refused.length === 0 ? singly.decisions : [])
    }),
    { numRuns: 200 },
  )
})
