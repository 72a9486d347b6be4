import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DecisionRequest, DocumentHeader, HeaderChanges, HeaderField } from '../../src/contract/index.ts'
import { extractionOf } from '../support/extraction.ts'
import { Reviewing } from './review-support.ts'

/** Fields of different forms: words, a day, an area, a list. */
const FIELDS = ['number', 'issued', 'area', 'recipients'] as const
type Field = (typeof FIELDS)[number]
type Fields = Pick<DocumentHeader, Field>

const VALUES: { readonly [F in Field]: readonly DocumentHeader[F][] } = {
  number: [null, '1/KH-UBND', '2/KH-UBND'],
  issued: [null, '2019-09', '2019-09-12'],
  area: [
    null,
    { code: '20', name: 'Lạng Sơn', level: 'province' },
    { code: null, name: 'Chi Lăng', level: 'district' },
  ],
  recipients: [[], ['Lưu: VT'], ['Bộ KH&ĐT', 'Lưu: VT']],
}

const fields = fc.record(
  Object.fromEntries(FIELDS.map(field => [field, fc.constantFrom<unknown>(...VALUES[field])])),
) as fc.Arbitrary<Fields>
const changes = fc
  .tuple(fields, fc.subarray([...FIELDS], { minLength: 1 }))
  .map(([all, named]) => Object.fromEntries(named.map(field => [field, all[field]])) as HeaderChanges)

type Step =
  | { readonly do: 'read'; readonly header: Fields }
  | { readonly do: 'correct'; readonly changes: HeaderChanges }
  /** A decision of another kind between them. */
  | { readonly do: 'note' }
  | { readonly do: 'undo'; readonly nth: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('read' as const), header: fields }),
  fc.record({ do: fc.constant('correct' as const), changes }),
  fc.record({ do: fc.constant('note' as const) }),
  fc.record({ do: fc.constant('undo' as const), nth: fc.nat(15) }),
)

interface Corrected {
  readonly changes: HeaderChanges
  /** What was read then. */
  readonly read: Fields
}
type Done = Corrected | 'note' | { readonly undoes: number }

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What was read last, and decisions in their order, of which those stand that no standing one undoes. */
class Model {
  read: Fields
  readonly done: Done[] = []

  constructor(first: Fields) {
    this.read = first
  }

  stands(nth: number): boolean {
    return !this.done.some((d, i) => i > nth && d !== 'note' && 'undoes' in d && d.undoes === nth && this.stands(i))
  }

  /** Which decision holds a field, and what it makes of it. */
  held(field: Field) {
    const by = this.done.findLastIndex((d, i) => d !== 'note' && 'changes' in d && field in d.changes && this.stands(i))
    const decided = this.done[by]
    return decided === undefined || decided === 'note' || 'undoes' in decided ? null : { by, ...decided }
  }

  current(field: Field): unknown {
    const held = this.held(field)
    return held === null ? this.read[field] : held.changes[field]
  }

  /** Does a step; false where it cannot be done. */
  do(step: Step): boolean {
    if (step.do === 'read') this.read = step.header
    else if (step.do === 'note') this.done.push('note')
    else if (step.do === 'undo') {
      if (step.nth >= this.done.length || !this.stands(step.nth)) return false
      this.done.push({ undoes: step.nth })
    } else {
      const { changes } = step
      if (FIELDS.some(field => field in changes && same(changes[field], this.current(field)))) return false
      this.done.push({ changes, read: this.read })
    }
    return true
  }
}

const readingOf = (header: Fields) => extractionOf(Buffer.from('a'), 'a', { header })

const requestOf = (step: Exclude<Step, { do: 'read' }>, idOf: (nth: number) => string): DecisionRequest => {
  if (step.do === 'note') return { kind: 'note', record: null, why: 'x' }
  if (step.do === 'undo') return { kind: 'undo', decision: idOf(step.nth) }
  return { kind: 'correct-document', changes: step.changes }
}

const expectSame = async (reviewing: Reviewing, model: Model): Promise<void> => {
  const { header } = (await reviewing.state()).records
  const nthOf = (id: string | undefined) => reviewing.decisions.findIndex(d => d.id === id)
  for (const field of FIELDS) {
    const held = model.held(field)
    expect([field, header[field]]).toEqual([field, model.current(field)])
    expect([field, nthOf(header.settled[field]?.decision)]).toEqual([field, held?.by ?? -1])
    const otherwise = held !== null && !same(held.changes[field], model.read[field])
    expect([field, header.machine[field as HeaderField]]).toEqual([field, otherwise ? model.read[field] : undefined])
    expect([field, header.since.includes(field)]).toEqual([
      field,
      otherwise && !same(held.read[field], model.read[field]),
    ])
  }
}

test('any sequence of corrections, undos and readings leaves the header that the model has', async () => {
  await fc.assert(
    fc.asyncProperty(fields, fc.array(step, { maxLength: 25 }), async (first, steps) => {
      const model = new Model(first)
      const reviewing = new Reviewing(readingOf(first))
      for (const each of steps) {
        const done = model.do(each)
        if (each.do === 'read') reviewing.readAnew(readingOf(each.header))
        else {
          const result = await reviewing.decide(requestOf(each, nth => reviewing.decisions[nth]?.id ?? 'none'))
          expect([each, result.ok]).toEqual([each, done])
        }
        await expectSame(reviewing, model)
      }
    }),
    { numRuns: 200 },
  )
})

test('a batch does what its corrections do one after the other, or nothing where one of them cannot be done', async () => {
  await fc.assert(
    fc.asyncProperty(fields, fc.array(step, { minLength: 1, maxLength: 8 }), async (first, steps) => {
      const requests = steps.flatMap(each => (each.do === 'read' ? [] : [requestOf(each, nth => `d${nth + 1}`)]))
      fc.pre(requests.length > 0)
      const singly = new Reviewing(readingOf(first))
      let refused = false
      for (const request of requests) refused ||= !(await singly.decide(request)).ok
      const together = new Reviewing(readingOf(first))
      expect((await together.decide(...requests)).ok).toBe(!refused)
      expect(together.decisions).toEqual(refused ? [] : singly.decisions)
    }),
    { numRuns: 200 },
  )
})
