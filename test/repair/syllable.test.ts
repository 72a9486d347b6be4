import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { gluedAt, isSyllable } from '../../src/repair/syllable.ts'

const cut = (word: string) => {
  const cuts = [0, ...gluedAt(word), word.length]
  return cuts.slice(1).map((end, i) => word.slice(cuts[i], end))
}

describe('a syllable', () => {
  it.each(['hợp', 'tác', 'xã', 'nghiệp', 'quỹ', 'giường', 'khuyến', 'ước', 'Đường', 'yếu'])('is %s', word => {
    expect(isSyllable(word)).toBe(true)
  })
  it.each(['hợptác', 'internet', 'lập,', 'VietGAP', 'thànhviên'])('is not %s', word => {
    expect(isSyllable(word)).toBe(false)
  })
})

describe('words run together', () => {
  it.each([
    ['thànhlập', ['thành', 'lập']],
    ['hợptácxã', ['hợp', 'tác', 'xã']],
    ['xãviên', ['xã', 'viên']],
    ['Tổnghợp', ['Tổng', 'hợp']],
    ['nôngnghiệp', ['nông', 'nghiệp']],
  ])('are told apart: %s', (word, syllables) => {
    expect(cut(word)).toEqual(syllables)
  })
  it.each(['nghiệp', 'internet', 'website', 'marketing', 'HTX', 'VietGAP', 'Facebook', 'trđồng'])(
    'are not seen in %s',
    word => {
      expect(cut(word)).toEqual([word])
    },
  )
  it('are not seen in the real plans', () => {
    const found = ['lang-son-2020', 'bac-kan-2020', 'lam-dong-2018', 'tam-duong-2024'].flatMap(name =>
      [
        ...readFileSync(join(import.meta.dirname, `../../fixtures/gold/${name}.txt`), 'utf8').matchAll(
          /[\p{L}\p{M}]+/gu,
        ),
      ]
        .map(([word]) => word)
        .filter(word => gluedAt(word).length > 0),
    )
    expect(found).toEqual([])
  })
})
