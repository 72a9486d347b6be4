import { describe, expect, test } from 'vitest'
import type { Box } from '../../src/contract/index.ts'
import { closeUpOf } from '../../src/web/page/close-up.ts'
import type { MarkGroup } from '../../src/web/page/mark-groups.ts'
import { markState, suspectsOf, worstState } from '../../src/web/page/mark-state.ts'
import { markStop, stepAmong } from '../../src/web/page/mark-stop.ts'
import { flag } from '../support/extraction.ts'

const group = (page: number, id: string): MarkGroup => ({
  ...{ key: `${page} ${id}`, page, box: [0, 0, 10, 10], number: '1', ids: [id], label: id, state: 'open' },
})
const groups = new Map([1, 2, 3].map(page => [page, [group(page, `a${page}`), group(page, `b${page}`)]]))

describe('the marks of the pages are one stop of the tab key', () => {
  const stop = (last: string | null, selected: string | null, pages: readonly number[] = [1, 2]) =>
    markStop({ groups, pages, current: 2, last, selected })

  test('where the keyboard was last, else at the selected record, else where is being read', () => {
    expect(stop('1 b1', 'b2')).toBe('1 b1')
    expect(stop(null, 'b2')).toBe('2 b2')
    expect(stop(null, null)).toBe('2 a2')
  })

  test('and never at a mark that is not drawn, as long as any is', () => {
    expect(stop('3 a3', 'b3')).toBe('2 a2')
    expect(markStop({ groups, pages: [3], current: 9, last: null, selected: null })).toBe('3 a3')
    expect(markStop({ groups: new Map(), pages: [1], current: 1, last: null, selected: 'a1' })).toBeNull()
  })

  test('arrows go to the one beside, Home and End to the first and last; other keys and the ends lead nowhere', () => {
    expect(['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft', 'Home', 'End'].map(key => stepAmong(5, 2, key))).toEqual(
      [3, 3, 1, 1, 0, 4],
    )
    expect([stepAmong(5, 4, 'ArrowDown'), stepAmong(5, 0, 'ArrowUp'), stepAmong(5, 2, 'j')]).toEqual([null, null, null])
  })
})

describe('what is to be seen of a record', () => {
  const blamed = [
    { observation: 's', weight: 0.96 },
    { observation: 'hardly', weight: 0.04 },
  ]
  const suspects = suspectsOf([flag({ suspects: blamed })])
  const state = (id: string, settledBy: 'machine' | 'reviewer', confidence: number) =>
    markState({ id, settledBy, confidence }, suspects)

  test('is that a flag suspects it, that it is settled, or that it is doubtful', () => {
    expect([state('s', 'reviewer', 1), state('a', 'reviewer', 0.5), state('a', 'machine', 0.5)]).toEqual([
      'suspect',
      'settled',
      'doubtful',
    ])
    expect(state('a', 'machine', 0.95)).toBe('open')
    expect(state('hardly', 'machine', 0.95)).toBe('open')
  })

  test('of several of one number is what needs a look most', () => {
    expect(worstState(['settled', 'rejected'])).toBe('settled')
    expect(worstState(['open', 'suspect', 'settled'])).toBe('suspect')
    expect(worstState([])).toBe('open')
  })
})

describe('a close look', () => {
  const short: Box = [100, 100, 120, 112]
  const long: Box = [100, 100, 500, 112]

  test('shows a place with what is around it, and is closer than before, within bounds', () => {
    expect(closeUpOf(short, 1, 600)).toBeCloseTo(600 / 180 / (96 / 72))
    expect(closeUpOf(long, 1, 600)).toBeLessThan(closeUpOf(short, 1, 600))
    expect(closeUpOf(long, 2, 600)).toBeCloseTo((2 / (96 / 72)) * 1.25)
    expect(closeUpOf(short, 1, 6000)).toBe(4)
  })
})
