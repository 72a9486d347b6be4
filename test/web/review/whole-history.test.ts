import { expect, test } from 'vitest'
import { wholeHistory } from '../../../src/web/review/whole-history.ts'
import { confirmation } from '../../support/decision.ts'

test('the history is all pages of it, each asked for once', async () => {
  const asked: number[] = []
  const page = async (after: number) => {
    asked.push(after)
    return after === 0
      ? { version: '3-a', decisions: [1, 2].map(n => confirmation('d', n, 't')), undone: ['d-2'], next: 2 }
      : { version: '3-a', decisions: [confirmation('d', 3, 't')], undone: ['d-3'], next: null }
  }
  const { decisions, undone } = await wholeHistory(page)
  expect([asked, decisions.map(({ version }) => version), undone]).toEqual([
    [0, 2],
    [1, 2, 3],
    ['d-2', 'd-3'],
  ])
})
