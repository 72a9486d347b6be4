import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { extract } from '../../../src/extract.ts'

const SCANS = new URL('../../../fixtures/scans/', import.meta.url)

interface Truth {
  readonly pages: readonly {
    readonly width: number
    readonly dpi: number
    readonly words: readonly { readonly text: string; readonly box: readonly [number, number, number, number] }[]
  }[]
}

it('the box of every observation of a crooked scan covers the ink of its number, and its confidence is no better than the ink', async () => {
  const result = await extract(readFileSync(new URL('lang-son-2020.skewed-1.jpg', SCANS)), 'scan.jpg')
  if (!result.ok) throw new Error(result.problem.code)
  const { observations, text } = result.extraction
  const { pages } = JSON.parse(readFileSync(new URL('lang-son-2020.skewed.json', SCANS), 'utf8')) as Truth
  const ink = (pages[0]?.words ?? []).map(({ text, box }) => ({ text, box: box.map(side => (side * 72) / 300) }))
  expect(observations.length).toBeGreaterThan(10)
  for (const { evidence, confidence } of observations) {
    const quoted = text.slice(evidence.start, evidence.end)
    const number = /[\d.,]*\d/.exec(quoted)?.[0] ?? quoted
    const [left = 0, top = 0, right = 0, bottom = 0] = evidence.box ?? []
    const covered = ink.filter(({ text, box: [x0 = 0, y0 = 0, x1 = 0, y1 = 0] }) => {
      if (!text.includes(number)) return false
      const [middleX, middleY] = [(x0 + x1) / 2, (y0 + y1) / 2]
      return middleX > left - 8 && middleX < right + 8 && middleY > top && middleY < bottom
    })
    expect([quoted, covered.length]).toEqual([quoted, 1])
    expect(evidence.recognised).toBeGreaterThan(0)
    expect(confidence).toBeLessThanOrEqual(1)
    // no wider than its own words
    expect(right - left).toBeLessThan(8 * quoted.length)
  }
})

it('every word of a scan is told with its ink, in the order of the text; a text has none', async () => {
  const result = await extract(readFileSync(new URL('lang-son-2020.skewed-1.jpg', SCANS)), 'scan.jpg')
  if (!result.ok) throw new Error(result.problem.code)
  const { words = [], text, observations } = result.extraction
  const told = words.map(({ start, end }) => text.slice(start, end)).join(' ')
  expect(told.replace(/\s+/g, ' ')).toBe(text.trim().replace(/\s+/g, ' '))
  expect(words.map(({ start }) => start)).toEqual(words.map(({ start }) => start).toSorted((a, b) => a - b))
  for (const { evidence } of observations) {
    const own = words.filter(({ start, end }) => start < evidence.end && end > evidence.start)
    expect(own.length).toBeGreaterThan(0)
    for (const { page, box } of own) {
      expect(page).toBe(evidence.page)
      expect(box[0]).toBeLessThan((evidence.box?.[2] ?? 0) + 0.01)
      expect(box[2]).toBeGreaterThan((evidence.box?.[0] ?? 0) - 0.01)
    }
  }
  const plain = await extract(new TextEncoder().encode('Có 35 hợp tác xã.'), 'a.txt')
  expect(plain.ok && plain.extraction.words).toBeUndefined()
})
