import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { extract } from '../../src/extract.ts'
import { checkRecords } from '../../src/review/check-records.ts'
import { Reviewing, recordAt, reviewingText, rules } from './review-support.ts'

const TEXT = `Năm 2019 tổng số thành viên hợp tác xã ước đạt 1.559 người, đạt 105,2% kế hoạch (kế hoạch năm 2019 là 1.520 người).
`

const fixture = async (name: string) => {
  const result = await extract(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url)), name)
  if (!result.ok) throw new Error(result.problem.code)
  return new Reviewing(result.extraction)
}

test.each(['gold/bac-kan-2020.txt', 'legacy/tinh-ke-hoach-2022-bang.tcvn3.doc'])(
  'checking the machine’s records anew gives the machine’s flags: %s',
  async name => {
    const { extraction } = await fixture(name)
    const { flags, support } = await checkRecords(rules.checks)(extraction, extraction.observations)
    expect(flags).toEqual(extraction.flags)
    expect(extraction.observations.map(o => support.get(o.id) ?? 0)).toEqual(
      extraction.observations.map(o => o.support),
    )
  },
)

test('an accepted suggestion settles the figure, and the sums come out', async () => {
  const reviewing = await fixture('gold/bac-kan-2020.txt')
  const { records: before } = await reviewing.state()
  const flag = before.flags.find(f => f.suggestion?.value === 1599)
  expect(flag).toMatchObject({ state: 'open', raisedBy: 'machine' })
  await reviewing.decide({ kind: 'accept-suggestion', flag: flag?.id ?? '' })
  const { records } = await reviewing.state()
  const settled = records.records.find(r => r.id === flag?.suggestion?.observation)
  expect(settled).toMatchObject({ value: 1599, settledBy: 'reviewer', machine: { observation: { value: 1559 } } })
  expect(records.flags.find(f => f.id === flag?.id)).toMatchObject({ state: 'resolved' })
  expect(settled?.support).toBeGreaterThan(0)
  expect(records.progress.openFlags.error).toBeLessThan(before.progress.openFlags.error)
})

test('a correction that breaks a sum raises a flag, written with the corrected figure', async () => {
  const reviewing = await reviewingText(TEXT.replace('1.559', '1.599'))
  expect((await reviewing.state()).records.flags).toEqual([])
  const { id } = await recordAt(reviewing, '1.599')
  await reviewing.decide({ kind: 'correct', record: id, changes: { value: 1799 } })
  const { flags } = (await reviewing.state()).records
  expect(flags).toMatchObject([{ raisedBy: 'correction', state: 'open', expression: expect.stringContaining('1.799') }])
  const [flag] = flags
  const figure = flag?.figures.find(f => f.observation === id)
  expect(flag?.expression.slice(figure?.from, figure?.to)).toBe('1.799')
  expect(reviewing.extraction.text.slice(figure?.start, figure?.end)).toBe('1.599')
})

test('a flag that is dismissed stays so through another reading, and opens again when a figure of it changes', async () => {
  const reviewing = await reviewingText(TEXT)
  const [flag] = (await reviewing.state()).records.flags
  if (flag === undefined) throw new Error('no flag')
  await reviewing.decide({ kind: 'dismiss', flag: flag.id, why: 'số của huyện' })
  const stateNow = async () => (await reviewing.state()).records.flags.map(f => [f.check, f.state, f.decision])
  const dismissed = [[flag.check, 'dismissed', 'd1']]
  expect(await stateNow()).toEqual(dismissed)
  const shifted = await reviewingText(`Trang 1\n\n${TEXT}`)
  reviewing.readAnew(shifted.extraction)
  expect(await stateNow()).toEqual(dismissed)
  const { id } = await recordAt(reviewing, '1.559')
  await reviewing.decide({ kind: 'correct', record: id, changes: { value: 1569 } })
  expect((await stateNow()).filter(([, state]) => state === 'dismissed')).toEqual([])
  await reviewing.decide({ kind: 'undo', decision: 'd2' })
  expect(await stateNow()).toEqual(dismissed)
  await reviewing.decide({ kind: 'undo', decision: 'd1' })
  expect(await stateNow()).toEqual([[flag.check, 'open', null]])
})

test('a figure that was added takes part in the checks, also one that stands in no words', async () => {
  const whole = await reviewingText(TEXT)
  const plan = whole.extraction.observations.find(o => o.value === 1520)
  if (plan === undefined) throw new Error('no plan')
  const observations = whole.extraction.observations.filter(o => o !== plan)
  const extraction = {
    ...whole.extraction,
    document: { ...whole.extraction.document, pages: 1 },
    observations,
    flags: [],
  }
  const { id: _, evidence, because: __, confidence: ___, support: ____, ...statement } = plan
  for (const place of [
    { start: evidence.start, end: evidence.end },
    { page: 1, box: [1, 1, 2, 2] as [number, number, number, number], quote: '1.520' },
  ]) {
    const reviewing = new Reviewing(extraction)
    expect((await reviewing.state()).records.flags).toEqual([])
    expect(await reviewing.decide({ kind: 'add', place, statement })).toMatchObject({ ok: true })
    expect((await reviewing.state()).records.flags).toMatchObject([
      {
        raisedBy: 'correction',
        observations: expect.arrayContaining(['a1']),
        expression: expect.stringContaining('1.520'),
      },
    ])
  }
})

test('of a document whose text was repaired, flags change with a correction, and back when it is undone', async () => {
  const reviewing = await fixture('legacy/krong-pac-2020.tcvn3.docx')
  const { records: before } = await reviewing.state()
  const flagged = new Set(before.flags.flatMap(f => f.observations))
  const quiet = before.records.find(r => !flagged.has(r.id) && r.support === 0 && r.measure === 'level')
  await reviewing.decide({ kind: 'confirm', record: quiet?.id ?? '' })
  const { records } = await reviewing.state()
  expect(records.flags).toEqual(before.flags)
  const [held] = before.records.filter(r => r.support > 0 && r.value !== undefined && r.unit === 'organisation')
  await reviewing.decide({ kind: 'correct', record: held?.id ?? '', changes: { value: (held?.value ?? 0) + 40 } })
  const raised = (await reviewing.state()).records.flags.filter(f => f.raisedBy === 'correction')
  expect(raised.some(f => f.observations.includes(held?.id ?? ''))).toBe(true)
  await reviewing.decide({ kind: 'undo', decision: 'd2' })
  expect((await reviewing.state()).records.flags).toEqual(before.flags)
})
