import { expect, test } from 'vitest'
import type { CurrentFlag } from '../../src/contract/index.ts'
import {
  dismissing,
  type EditingMode,
  editing,
  inOtherReading,
  isUnfinished,
  LOOKING,
  type Mode,
  type NotingMode,
  noting,
  recordOf,
} from '../../src/web/document/mode.ts'
import type { AddPlace } from '../../src/web/review/add/add-place.ts'
import { additionAt } from '../../src/web/review/add/addition.ts'
import type { ShownRecord } from '../../src/web/review/shown-record.ts'
import { observation } from './review/observation.ts'

const record: ShownRecord = {
  ...observation('o1'),
  ...{ settledBy: 'machine', decision: null, machine: null, notes: [], rejected: false },
}
const sources = {
  ...{ text: 'ước đạt 1.559 người', records: [record] },
  header: { area: null, reports: null, plans: null },
  codes: { indicators: [], areas: [], provinces: [] },
}
const adding = (place: AddPlace): Mode => ({ is: 'adding', addition: additionAt(place, sources) })
const words = (): Mode => adding({ kind: 'words', start: 8, end: 13 })
const box = (): Mode => adding({ kind: 'box', page: 1, box: [1, 1, 9, 9], quote: '' })
const dismissingOne = (): Mode => dismissing({ id: 'f1' } as CurrentFlag)

test('a form is unfinished once something was typed in it', () => {
  for (const mode of [editing(record), words(), box()]) {
    expect(isUnfinished(mode)).toBe(false)
    const draft = mode.is === 'editing' ? mode.draft : mode.is === 'adding' ? mode.addition?.draft : undefined
    if (draft === undefined) throw new Error(mode.is)
    draft.current = { ...draft.current, why: 'trang 3' }
    expect(isUnfinished(mode)).toBe(true)
  }
  for (const mode of [noting('o1'), dismissingOne()]) {
    expect(isUnfinished(mode)).toBe(false)
    if (mode.is === 'noting' || mode.is === 'dismissing') mode.draft.current = 'xem lại'
    expect(isUnfinished(mode)).toBe(true)
  }
  expect(isUnfinished(LOOKING)).toBe(false)
  expect(isUnfinished({ is: 'adding', addition: null })).toBe(false)
})

test('read anew, a form goes with its record and keeps what was typed', () => {
  for (const mode of [editing(record), noting('o1')] as (EditingMode | NotingMode)[]) {
    const after = inOtherReading(mode, 'o9')
    expect(after).toMatchObject({ draft: mode.draft, record: 'o9' })
    if (after.is === 'editing') expect(after.before).toEqual({ ...record, id: 'o9' })
    expect(recordOf(after)).toBe('o9')
    expect(inOtherReading(mode, null)).toEqual(LOOKING)
  }
})

test('read anew, a box stays on its page; words and flags were of the reading before', () => {
  const drawn = box()
  expect(inOtherReading(drawn, null)).toBe(drawn)
  for (const mode of [words(), dismissingOne(), { is: 'asking', place: { start: 8, end: 13 } } as const])
    expect(inOtherReading(mode, 'o1')).toEqual(LOOKING)
})
