import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EditedText } from '../../../src/repair/edits.ts'
import { repairStrayStops } from '../../../src/repair/words/stray-stops.ts'
import { loadRules } from '../../../src/rules/rule-set.ts'
import { linesOf } from '../labels/lines-of.ts'

const { terms } = loadRules()
const repaired = (text: string): string => new EditedText(text, repairStrayStops(text, linesOf(text), terms)).text

describe('a stop that a scan put between two words', () => {
  it.each([
    ['Lao động thường. xuyên trong HTX', 'Lao động thường xuyên trong HTX'],
    ['35 hợp.tác xã thành lập mới', '35 hợp tác xã thành lập mới'],
    ['Doanh thu bình. quân một hợp tác. xã', 'Doanh thu bình quân một hợp tác xã'],
  ])('is left out where they make a term: %s', (damaged, meant) => {
    expect(repaired(damaged)).toBe(meant)
  })

  it.each([
    'Toàn tỉnh có 35 hợp tác xã. trong năm thành lập mới 3 hợp tác xã',
    'Lao động thường. Xuyên suốt năm 2019',
    'doanh thu 12 tr. đồng, v.v. của HTX',
    'Lao động thường... xuyên',
  ])('stays where a sentence or an abbreviation may end: %s', text => {
    expect(repaired(text)).toBe(text)
  })

  it('is all that is ever changed', () => {
    const words = fc.constantFrom(
      'lao',
      'động',
      'thường',
      'xuyên',
      'hợp',
      'tác',
      'xã',
      '12',
      'Xã',
      '.',
      '. ',
      ' ',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), parts => {
        const text = parts.join('')
        expect(repaired(text).replaceAll(/[. ]/g, '')).toBe(text.replaceAll(/[. ]/g, ''))
      }),
    )
  })
})
