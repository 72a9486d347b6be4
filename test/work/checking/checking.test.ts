import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import type { Settled } from '../../../src/drafts/make-draft.ts'
import { extract } from '../../../src/extract.ts'
import { shippedReviewRules } from '../../../src/review/shipped-review-rules.ts'
import { createChecking } from '../../../src/work/checking/checking.ts'

const opened = () => {
  const checking = createChecking()
  onTestFinished(() => checking.close())
  return checking
}

test('a thread checks as the program itself does, and knows the same codes', async () => {
  const bytes = readFileSync(new URL('../../../fixtures/gold/huyen-bao-cao-2017.txt', import.meta.url))
  const result = await extract(bytes, 'a.txt')
  if (!result.ok) throw new Error(result.problem.code)
  const { extraction } = result
  const [there, here] = await Promise.all([opened().rules(), shippedReviewRules()])
  expect(there.engine).toEqual(here.engine)
  expect(there.codes).toEqual(here.codes)
  // an impossible figure, so that something does not come out
  const records = extraction.observations.map((o, i) => (i % 7 === 0 && o.value ? { ...o, value: o.value * 3 } : o))
  const [one, other] = await Promise.all([
    there.check(extraction, records),
    there.check(extraction, extraction.observations),
  ])
  expect(one).toEqual(await here.check(extraction, records))
  expect(one.flags).not.toEqual(extraction.flags)
  expect(other.flags).toEqual(extraction.flags)
})

test('a thread makes examples as the program itself does', async () => {
  const result = await extract(Buffer.from('Kế hoạch năm 2020\n\nNăm 2019 thành lập mới 35 hợp tác xã.\n'), 'a.txt')
  if (!result.ok) throw new Error(result.problem.code)
  const { extraction } = result
  const [machine] = extraction.observations
  if (machine === undefined) throw new Error('nothing was read')
  const settled: Settled = {
    extraction,
    record: { ...machine, settledBy: 'reviewer', decision: 'd', machine: null, notes: [] },
    decision: {
      ...{ kind: 'reject', id: 'd', document: 'x', version: 1, who: 'Lan', why: null, machine },
      ...{ when: '2026-01-02T03:04:05.000Z', engine: extraction.engine },
      replaced: { decision: null, observation: machine },
      anchor: { start: 0, end: 2, text: '', record: machine.id, quote: '35', before: '', after: '' },
    },
    draftedBy: 'Minh',
  }
  const [there, here] = await Promise.all([opened().rules(), shippedReviewRules()])
  const made = await there.draft(settled)
  expect(made).toEqual(await here.draft(settled))
  expect(made).toMatchObject({ ok: true, draft: { expected: 'no statistic' } })
})

test('what cannot be checked fails by itself, and the thread goes on', async () => {
  const result = await extract(Buffer.from('Năm 2019 có 35 hợp tác xã.'), 'a.txt')
  if (!result.ok) throw new Error(result.problem.code)
  const { extraction } = result
  const { check } = await opened().rules()
  await expect(check({ ...extraction, text: null as unknown as string }, extraction.observations)).rejects.toThrow()
  expect(await check(extraction, extraction.observations)).toMatchObject({ flags: [] })
})

test('a thread that was ended is started again with the next question', async () => {
  const checking = opened()
  const before = await checking.rules()
  await checking.close()
  const after = await checking.rules()
  expect(after).not.toBe(before)
  expect(after.engine).toEqual(before.engine)
})
