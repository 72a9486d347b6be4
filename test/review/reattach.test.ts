import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { extract } from '../../src/extract.ts'
import { overlay } from '../../src/review/overlay.ts'
import { Reviewing, recordAt, reviewingText } from './review-support.ts'

const TEXT = `Năm 2019 toàn tỉnh thành lập mới 35 hợp tác xã.
Năm 2019 có 12 hợp tác xã giải thể.
Tổng số thành viên hợp tác xã năm 2019 là 1.559 người.
`

test('a decision finds its record again where the text has shifted', async () => {
  const reviewing = await reviewingText(TEXT)
  const { id } = await recordAt(reviewing, '12')
  await reviewing.decide({ kind: 'correct', record: id, changes: { value: 13 } })
  const shifted = `Trang 1\n\n${TEXT}`
  reviewing.readAnew((await reviewingText(shifted)).extraction)
  const record = await recordAt(reviewing, '12 hợp')
  expect(record).toMatchObject({
    ...{ id: `o${shifted.indexOf('12 hợp')}`, value: 13, decision: 'd1' },
    machine: { observation: { value: 12 }, since: false },
    evidence: { start: shifted.indexOf('12 hợp'), line: 4 },
  })
})

test('a decision stays with a number that is read otherwise now, and says that the machine has changed its mind', async () => {
  const reviewing = await reviewingText(TEXT)
  const { id } = await recordAt(reviewing, '1.559')
  await reviewing.decide({ kind: 'confirm', record: id })
  reviewing.readAnew((await reviewingText(TEXT.replace('1.559', '1.599'))).extraction)
  expect(await recordAt(reviewing, '1.599')).toMatchObject({
    ...{ value: 1559, decision: 'd1' },
    machine: { observation: { value: 1599 }, since: true },
  })
})

test('a record that the machine does not find any more stays, and says so', async () => {
  const reviewing = await reviewingText(TEXT)
  const { id } = await recordAt(reviewing, '12')
  await reviewing.decide({ kind: 'confirm', record: id })
  const without = { ...reviewing.extraction, observations: reviewing.extraction.observations.filter(o => o.id !== id) }
  reviewing.readAnew(without)
  expect(await recordAt(reviewing, '12')).toMatchObject({ id, machine: { observation: null, since: true } })
  const shifted = (await reviewingText(`Trang 1\n${TEXT}`)).extraction
  const kept = shifted.observations.filter(o => o.value !== 12)
  reviewing.readAnew({ ...shifted, observations: kept })
  expect(await recordAt(reviewing, '12')).toMatchObject({ id: 'k1', value: 12, evidence: { line: 3 } })
  await reviewing.decide({ kind: 'correct', record: 'k1', changes: { value: 14 } })
  expect(await recordAt(reviewing, '12')).toMatchObject({ id: 'k1', value: 14, machine: null })
  reviewing.readAnew(shifted)
  expect(await recordAt(reviewing, '12')).toMatchObject({
    value: 14,
    machine: { observation: { value: 12 }, since: true },
  })
})

test('a decision whose words are gone is shown as detached, and comes back with them', async () => {
  const reviewing = await reviewingText(TEXT)
  const { id } = await recordAt(reviewing, '12')
  await reviewing.decide({ kind: 'correct', record: id, changes: { value: 13 } })
  const [first, , third] = TEXT.split('\n')
  reviewing.readAnew((await reviewingText(`${first}\n${third}\n`)).extraction)
  const { records } = await reviewing.state()
  expect(records.records.map(r => r.value)).toEqual([35, 1559])
  expect(records.detached).toMatchObject([{ decision: { id: 'd1' }, record: { value: 13 } }])
  reviewing.readAnew((await reviewingText(TEXT)).extraction)
  expect((await reviewing.state()).records).toMatchObject({ detached: [], records: [{}, { value: 13 }, {}] })
})

test('where an old text is not kept, the words around find the place', async () => {
  const reviewing = await reviewingText(TEXT)
  const { id } = await recordAt(reviewing, '12')
  await reviewing.decide({ kind: 'correct', record: id, changes: { value: 13 } })
  const elsewhere = new Reviewing((await reviewingText(`Trang 1\n\n${TEXT}`)).extraction)
  elsewhere.decisions = reviewing.decisions
  expect(await recordAt(elsewhere, '12')).toMatchObject({ value: 13 })
})

const fixture = async (name: string) => {
  const result = await extract(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url)), name)
  if (!result.ok) throw new Error(result.problem.code)
  return result.extraction
}

test('the decisions on a whole plan find their numbers again in the file that was set in a font of before Unicode', async () => {
  const reviewing = new Reviewing(await fixture('gold/lang-son-2020.txt'))
  const { observations } = reviewing.extraction
  const confirmed = await reviewing.decide(...observations.map(o => ({ kind: 'confirm', record: o.id }) as const))
  expect(confirmed.ok).toBe(true)
  const legacy = await fixture('legacy/lang-son-2020.vni.docx')
  expect(legacy.text).not.toBe(reviewing.extraction.text)
  reviewing.readAnew(legacy)
  const { extraction, now, decisions, place } = reviewing.stored
  const { records, detached } = overlay(extraction, now, decisions, place)
  expect(detached).toEqual([])
  expect(records.map(r => [r.value, r.settledBy])).toEqual(observations.map(o => [o.value, 'reviewer']))
  expect(records.map(r => r.id)).toEqual(legacy.observations.map(o => o.id))
})
