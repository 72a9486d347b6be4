import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import type { Progress } from '../../src/backfill/progress.ts'
import { progressDisplay } from '../../src/cli/backfill/progress-display.ts'
import { clockText, progressLine } from '../../src/cli/backfill/progress-line.ts'

const streams = (terminal: boolean) => {
  const said: string[] = []
  const complain = (text: string) => void said.push(text)
  return { said, streams: { stdin: Readable.from([]), print: () => {}, complain, environment: {}, terminal } }
}

test('on a terminal the line is written over, and what is said stands above it', () => {
  const { said, streams: outer } = streams(true)
  const display = progressDisplay(outer)
  display.show('1/2')
  display.say('lỗi\n')
  display.show('2/2')
  display.clear()
  expect(said.join('')).toBe('\r\u001b[K1/2\r\u001b[Klỗi\n1/2\r\u001b[K2/2\r\u001b[K')
})

test('elsewhere a line comes every ten seconds, where it has changed', () => {
  const { said, streams: outer } = streams(false)
  let now = 0
  const display = progressDisplay(outer, () => now)
  display.show('1/9')
  now = 9_000
  display.show('2/9')
  now = 10_000
  display.show('3/9')
  now = 30_000
  display.show('3/9')
  display.say('lỗi\n')
  display.clear()
  expect(said).toEqual(['1/9\n', '3/9\n', 'lỗi\n'])
})

const progress = (changed: Partial<Progress['states']>, rest: Partial<Progress> = {}): Progress => ({
  items: 100,
  states: { listed: 0, received: 0, reading: 0, done: 0, partial: 0, failed: 0, refused: 0, skipped: 0, ...changed },
  stored: 0,
  known: 0,
  observations: 0,
  flags: 0,
  perSecond: 5.25,
  remainingSeconds: 3723,
  ...rest,
})

test('the line has the files dealt with of those found, the rate, the time left, the failures', () => {
  expect(progressLine(progress({ received: 20, reading: 2, failed: 2, refused: 1 }), false)).toBe(
    '78/100 tệp · files  5.3/s  còn · left 1:02:03  lỗi · failed 3',
  )
  expect(progressLine(progress({ received: 20 }, { perSecond: 25.4, remainingSeconds: null }), true)).toBe(
    '80/100+ tệp · files  25/s  đang lưu · storing',
  )
  expect(clockText(59)).toBe('0:59')
})
