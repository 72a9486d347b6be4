import { expect, test } from 'vitest'
import type { Decision } from '../../src/contract/index.ts'
import { RecordKeys } from '../../src/review/record-keys.ts'
import { judgements } from '../../src/review/verdicts.ts'
import { type Reviewing, recordAt, reviewingText } from './review-support.ts'

const SENTENCE = 'Năm 2019 toàn tỉnh thành lập mới 35 hợp tác xã.\n'

/** Confirmed, then corrected once the document was read with a cover before it. */
const overTwoTexts = async (): Promise<Reviewing> => {
  const reviewing = await reviewingText(SENTENCE)
  const { id } = await recordAt(reviewing, '35')
  await reviewing.decide({ kind: 'confirm', record: id })
  reviewing.readAnew((await reviewingText(`Kính gửi các xã\n\n${SENTENCE}`)).extraction)
  const moved = await recordAt(reviewing, '35')
  expect(moved).toMatchObject({ settledBy: 'reviewer' })
  expect(moved.id).not.toBe(id)
  await reviewing.decide({ kind: 'correct', record: moved.id, changes: { status: 'target' } })
  return reviewing
}

const about = (decisions: readonly Decision[], attribute: string) =>
  judgements(decisions).flatMap(each => (each.attribute === attribute ? [[each.version, each.is]] : []))

test('a record that is decided on again after its text has shifted counts once, as it was decided last', async () => {
  const { decisions } = await overTwoTexts()
  expect(about(decisions, 'status')).toEqual([[2, 'corrected']])
  expect(about(decisions, 'indicator')).toEqual([[2, 'confirmed']])
})

test('so it does where the decisions do not name the first of them, as those of before', async () => {
  const { decisions } = await overTwoTexts()
  const before = decisions.map(decision => {
    const { first: _, ...rest } = decision as Decision & { first?: unknown }
    return rest as Decision
  })
  expect(about(before, 'status')).toEqual([[2, 'corrected']])
  expect(new RecordKeys(before).recordOf(2)?.first).toBe(1)
})

test('so it does where the first was undone meanwhile and that is taken back', async () => {
  const reviewing = await reviewingText(SENTENCE)
  await reviewing.decide({ kind: 'confirm', record: (await recordAt(reviewing, '35')).id })
  await reviewing.decide({ kind: 'undo', decision: 'd1' })
  reviewing.readAnew((await reviewingText(`Kính gửi các xã\n\n${SENTENCE}`)).extraction)
  const { id } = await recordAt(reviewing, '35')
  await reviewing.decide({ kind: 'correct', record: id, changes: { status: 'target' } })
  await reviewing.decide({ kind: 'undo', decision: 'd2' })
  expect(about(reviewing.decisions, 'status')).toEqual([[3, 'corrected']])
})

test('a note is a first decision, too: the record keeps its name from it', async () => {
  const reviewing = await reviewingText(SENTENCE)
  await reviewing.decide({ kind: 'note', record: (await recordAt(reviewing, '35')).id, why: 'mờ' })
  reviewing.readAnew((await reviewingText(`Kính gửi các xã\n\n${SENTENCE}`)).extraction)
  await reviewing.decide({ kind: 'confirm', record: (await recordAt(reviewing, '35')).id })
  expect(new RecordKeys(reviewing.decisions).recordOf(2)?.first).toBe(1)
})
