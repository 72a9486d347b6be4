import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reviewColumns } from '../../src/archive/review-columns.ts'
import type { DecisionRequest, NewStatement } from '../../src/contract/index.ts'
import { countsOf } from '../../src/review/agenda.ts'
import { randomSample } from '../../src/review/sample.ts'
import {
  type Checks,
  checkBy,
  engineOf,
  FIRST,
  ITEMS,
  type Item,
  Model,
  placeOf,
  type Reading,
  read,
} from './loop-model.ts'
import { Reviewing } from './review-support.ts'

const STATUSES = ['estimate', 'actual'] as const
const CHECKS = ['strict', 'mild'] as const

type Step =
  | { readonly do: 'read'; readonly reading: Reading; readonly checks: Checks }
  | { readonly do: 'recheck'; readonly checks: Checks }
  | { readonly do: 'confirm' | 'reject' | 'add' | 'note'; readonly item: Item }
  | {
      readonly do: 'correct'
      readonly item: Item
      readonly changes: { readonly value: number } | { readonly status: (typeof STATUSES)[number] }
    }
  | { readonly do: 'accept-suggestion' }
  | { readonly do: 'dismiss' }
  | { readonly do: 'undo'; readonly nth: number }
type Decided = Exclude<Step, { do: 'read' | 'recheck' }>

const item = fc.nat(ITEMS.length - 1)
const value = fc.integer({ min: 1, max: 4 })
const found = fc.record({ value, status: fc.constantFrom(...STATUSES), doubtful: fc.boolean() })
const each = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.array(arbitrary, { minLength: ITEMS.length, maxLength: ITEMS.length })
/** One number alone between the words of another is that other, read otherwise: those of the same words come and go together. */
const onlyTogether = (gone: readonly boolean[]): boolean[] =>
  gone.map((own, item) => gone[ITEMS.indexOf(ITEMS[item] ?? 'delta')] ?? own)

const reading: fc.Arbitrary<Reading> = fc.record({
  cover: fc.nat(2),
  gone: each(fc.nat(5).map(n => n === 0)).map(onlyTogether),
  found: each(fc.option(found, { freq: 4 })),
})
const checks = fc.constantFrom(...CHECKS)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('read' as const), reading, checks }),
  fc.record({ do: fc.constant('recheck' as const), checks }),
  fc.record({ do: fc.constantFrom('confirm' as const, 'reject' as const, 'add' as const, 'note' as const), item }),
  fc.record({
    do: fc.constant('correct' as const),
    item,
    changes: fc.oneof(fc.record({ value }), fc.record({ status: fc.constantFrom(...STATUSES) })),
  }),
  fc.constant({ do: 'accept-suggestion' as const }),
  fc.constant({ do: 'dismiss' as const }),
  fc.record({ do: fc.constant('undo' as const), nth: fc.nat(15) }),
)

const ADDED: NewStatement = {
  ...{ subject: 'cooperative', indicator: 'organisations_new', unit: 'organisation', period: '2019' },
  ...{ sector: null, measure: 'level', comparator: 'eq', per: [], source: null, qualifier: null, area: null },
  ...{ label: 'Số hợp tác xã thành lập mới', status: 'estimate', value: 9 },
}

/** Both at once: what the model takes, the program must take, and the other way round. */
class Both {
  readonly model: Model
  readonly reviewing: Reviewing

  constructor(first: Reading, by: Checks, document: string) {
    this.model = new Model(first, by)
    this.reviewing = new Reviewing(read(first, by), { document, check: checkBy(by) })
  }

  async do(step: Step): Promise<void> {
    const { model, reviewing } = this
    if (step.do === 'read' || step.do === 'recheck') {
      model.checks = step.checks
      reviewing.check = checkBy(step.checks)
      reviewing.engine = engineOf(step.checks)
      if (step.do === 'recheck') return
      model.reading = step.reading
      model.readBy = step.checks
      reviewing.readAnew(read(step.reading, step.checks))
      return
    }
    const request = await this.#request(step)
    const done = this.#done(step)
    const result = await reviewing.decide(request)
    expect([step, result.ok]).toEqual([step, done !== null])
    if (done !== null) model.done.push(done)
  }

  #done(step: Decided): Model['done'][number] | null {
    const { model } = this
    if (step.do === 'undo') return step.nth < model.done.length && model.stands(step.nth) ? { undoes: step.nth } : null
    if (step.do === 'dismiss' || step.do === 'accept-suggestion') {
      if (model.failing === null || model.isDismissed) return null
      if (step.do === 'dismiss') return { dismissed: model.failing }
      const status = model.current(2)?.status ?? 'estimate'
      return model.settle(2, { value: model.expected, status }, this.#isDrawn(2))
    }
    const now = model.current(step.item)
    if (model.reading.gone[step.item]) return null
    // what was rejected is remarked on, too
    if (step.do === 'note') return now === null && model.settling(step.item) === null ? null : { noted: step.item }
    if (step.do === 'add')
      return now === null && model.settling(step.item) === null
        ? model.settle(step.item, { value: 9, status: 'estimate' }, false, true)
        : null
    if (now === null) return null
    if (step.do !== 'correct')
      return model.settle(step.item, step.do === 'reject' ? null : now, this.#isDrawn(step.item))
    const becomes = { ...now, ...step.changes }
    const changes = becomes.value !== now.value || becomes.status !== now.status
    return changes ? model.settle(step.item, becomes, this.#isDrawn(step.item)) : null
  }

  #isDrawn(item: Item): boolean {
    const { extraction, stored } = this.reviewing
    return randomSample(stored.document, extraction).has(`o${placeOf(extraction.text, item)}`)
  }

  async #request(step: Decided): Promise<DecisionRequest> {
    const { records, rejected, flags } = (await this.reviewing.state()).records
    const flag = flags.find(({ state }) => state === 'open')?.id ?? 'none'
    if (step.do === 'undo') return { kind: 'undo', decision: this.reviewing.decisions[step.nth]?.id ?? 'none' }
    if (step.do === 'dismiss') return { kind: 'dismiss', flag, why: 'x' }
    if (step.do === 'accept-suggestion') return { kind: 'accept-suggestion', flag }
    const at = placeOf(this.reviewing.extraction.text, step.item)
    const start = Math.max(0, at)
    if (step.do === 'add') return { kind: 'add', place: { start, end: at < 0 ? start : start + 3 }, statement: ADDED }
    const record = [...records, ...rejected].find(r => r.evidence.start === at)?.id ?? 'none'
    if (step.do === 'correct') return { kind: 'correct', record, changes: step.changes }
    return step.do === 'note' ? { kind: 'note', record, why: 'x' } : { kind: step.do, record }
  }

  /** Every number with its value, which decision says so, and its notes; what is left to look at. */
  async expectSame(): Promise<void> {
    const { model, reviewing } = this
    const { extraction, decisions, stored } = reviewing
    const { records } = await reviewing.state()
    const nth = (id: string | null) => decisions.findIndex(d => d.id === id)
    const told = [...records.records, ...records.rejected].map(r => ({
      item: Number(extraction.text.slice(r.evidence.start, r.evidence.end)) - FIRST,
      is: records.rejected.includes(r) ? null : { value: r.value, status: r.status },
      by: nth(r.decision),
      notes: r.notes.map(({ decision }) => nth(decision)),
    }))
    expect(told.toSorted((a, b) => a.item - b.item)).toEqual(
      model.items
        .map(item => ({
          ...{ item, is: model.current(item), by: model.settling(item)?.by ?? -1 },
          notes: model.notes(item),
        }))
        .filter(({ is, by }) => is !== null || by >= 0),
    )
    expect(records.detached.map(d => nth(d.decision.id)).toSorted((a, b) => a - b)).toEqual(model.detached)
    const counts = countsOf(extraction, records, decisions)
    expect(counts).toEqual(model.counts(extraction, stored.document))
    if (decisions.length > 0) return
    // what a document is stored with, before anybody has decided
    const { openErrors, unsettledErrors, openWarnings, openNotes, openDoubtful } = counts
    expect(reviewColumns(extraction)).toMatchObject({
      ...{ open_errors: openErrors, open_warnings: openWarnings, flag_errors: openErrors, flag_warnings: openWarnings },
      ...{
        unsettled_errors: unsettledErrors,
        flag_notes: openNotes,
        open_doubtful: openDoubtful,
        records: counts.records,
      },
    })
  }
}

test('any sequence of decisions, readings, checks and undos leaves records and counts as the model has them', async () => {
  await fc.assert(
    fc.asyncProperty(reading, checks, fc.nat(), fc.array(step, { maxLength: 25 }), async (first, by, name, steps) => {
      const both = new Both(first, by, `d${name}`)
      for (const each of steps) {
        await both.do(each)
        await both.expectSame()
      }
    }),
    { numRuns: 200 },
  )
})
