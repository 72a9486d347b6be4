import { describe, expect, it } from 'vitest'
import { outlineNumbering } from '../../../src/check/form/outline-numbering.ts'
import { extractionOf, fixture } from '../../extract/fixtures.ts'
import { findFaults, shown } from './find-faults.ts'

/** A section under a roman heading with a title and a sentence under each of the labels. */
const sections = (...labels: string[]): string =>
  `I. KẾT QUẢ THỰC HIỆN\n\n${labels.map(label => `${label} Công tác tuyên truyền, vận động\n\nCác ngành đã phối hợp thực hiện tốt.\n`).join('\n')}`

const faults = (...labels: string[]) => findFaults(outlineNumbering, sections(...labels))

describe('numbers of sections', () => {
  it('that are used twice are found, with both headings', async () => {
    const extraction = await extractionOf(fixture('gold/bac-kan-2020.txt'))
    const findings = outlineNumbering(extraction)
    expect(findings.map(shown)).toEqual(['note [1.] → [2.] → [2.] → [3.]'])
    const titles = findings[0]?.places.map(({ start, end }) => extraction.text.slice(start, end).slice(0, 27))
    expect(titles?.slice(1, 3)).toEqual(['2. Công tác quản lý nhà nướ', '2. Kết quả triển khai chính'])
  })

  it('that are left out are found', async () => {
    expect(await findFaults(outlineNumbering, fixture('gold/lam-dong-2018.txt'))).toEqual(['note [II.] → III? → [IV.]'])
  })

  it.each([
    ['arabic', ['1.', '2.', '4.', '5.'], 'note [2.] → 3? → [4.]'],
    ['decimal', ['1.1.', '1.2.', '1.4.'], 'note [1.2.] → 1.3? → [1.4.]'],
    ['letters', ['a)', 'b)', 'd)', 'đ)'], 'note [b)] → c? → [d)]'],
    ['letters twice', ['a)', 'b)', 'b)', 'c)'], 'note [a)] → [b)] → [b)] → [c)]'],
    ['a slip that is not made good', ['1.', '2.', '2.', '4.'], 'note [1.] → [2.] → [2.] → [4.]'],
  ])('are found: %s', async (_, labels, expected) => {
    expect(await faults(...labels)).toEqual([expected])
  })

  it.each([
    ['without đ', ['a)', 'b)', 'c)', 'd)', 'e)']],
    ['with đ lost in a scan', ['a)', 'b)', 'c)', 'd)', 'd)', 'e)']],
    ['in Vietnamese order', ['d)', 'đ)', 'e)', 'g)', 'h)', 'i)', 'k)', 'l)']],
    ['begun anew', ['1.', '2.', '3.', '1.', '2.']],
    ['going on from another section', ['4.', '5.']],
    ['with most of them unread', ['1.', '2.', '9.']],
  ])('are left alone: %s', async (_, labels) => {
    expect(await faults(...labels)).toEqual([])
  })

  it('are not missed where the item was not read as one', async () => {
    expect(await findFaults(outlineNumbering, fixture('composed/vinh-long-2026.txt'))).toEqual([])
  })
})
