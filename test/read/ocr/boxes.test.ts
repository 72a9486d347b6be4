import { describe, expect, test } from 'vitest'
import { extractFile } from '../../tools/eval/extract-file.ts'
import { type BoxOnScan, boxesOnScan, SCANS, standsAlone } from './known-places.ts'

const SLOW = 180_000

const PAGES = [
  { file: 'tinh-ke-hoach-2022-bang.clean-1.png', scan: 'tinh-ke-hoach-2022-bang.clean', page: 1, observations: 40 },
  { file: 'tinh-ke-hoach-2022-bang.clean-3.png', scan: 'tinh-ke-hoach-2022-bang.clean', page: 3, observations: 75 },
  { file: 'lang-son-2020.skewed-1.jpg', scan: 'lang-son-2020.skewed', page: 1, observations: 27 },
  { file: 'krong-pac-2020.office-1.jpg', scan: 'krong-pac-2020.office', page: 1, observations: 55 },
]

/** What recognition misread has no place: commas in the narrow cells of a table get lost. */
const READ = 0.9
/** Of the rest, so many must be right. */
const ENOUGH = 0.95

const shareOf = (boxes: readonly BoxOnScan[], holds: (box: BoxOnScan) => boolean): number =>
  boxes.filter(holds).length / boxes.length

describe.each(PAGES)('the boxes of observations on $file', ({ file, scan, page, observations }) => {
  test(
    'lie on the ink of their numbers and are not much larger',
    async () => {
      const extraction = await extractFile(`${SCANS}${file}`)
      expect(extraction.observations.length).toBeGreaterThanOrEqual(observations)
      const boxes = boxesOnScan(extraction, scan, page)
      expect(shareOf(boxes, ({ word }) => word !== null)).toBeGreaterThan(READ)
      const known = boxes.filter(({ word }) => word !== null)
      const alone = known.filter(standsAlone)
      expect(shareOf(alone, ({ covered }) => covered >= 0.9)).toBeGreaterThan(ENOUGH)
      expect(shareOf(known, ({ covered }) => covered >= 0.6)).toBeGreaterThan(ENOUGH)
      expect(known.filter(({ size }) => size > 2)).toEqual([])
    },
    SLOW,
  )
})
