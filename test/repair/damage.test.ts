import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDamaged, isMangled, isWeakened } from '../../src/repair/damage.ts'

const FIXTURES = join(import.meta.dirname, '../../fixtures')
const textOf = (path: string) => readFileSync(join(FIXTURES, path), 'utf8')

describe('a mangled word', () => {
  it.each(['hoat', 'tôt', 'kêt', 'viêc', 'Đat', 'chêch', 'dich', 'thuc', 'nuoc'])('is no syllable: %s', word => {
    expect(isMangled(word)).toBe(true)
  })
  it.each(['hoạt', 'tốt', 'việc', 'yêu', 'lai', 'tô', 'HTX', 'OCOP', 'internet', 'web', 'xã', 'phân'])(
    'is not %s',
    word => {
      expect(isMangled(word)).toBe(false)
    },
  )
})

/** Texts with the damage of a scan throughout. */
const SCANNED = [
  'ha-tay-2003-quet',
  'ha-tinh-2015',
  'huyen-tong-ket-2008-ocr',
  'kon-tum-nhan-luc-2015',
  'quang-tri-ocr-2008',
  'so-khdt-tien-giang-2006',
  'thai-binh-tin-dung-2010',
  'yen-bai-2018-quet',
]

describe('a damaged text', () => {
  it('is told from a clean one', () => {
    for (const folder of ['gold', 'composed'])
      for (const name of readdirSync(join(FIXTURES, folder)).filter(f => f.endsWith('.txt')))
        expect([name, isDamaged(textOf(`${folder}/${name}`))]).toEqual([
          name,
          SCANNED.includes(name.replace('.txt', '')),
        ])
  })
})

describe('a weakened word', () => {
  it.each([
    ['yêu', 'yếu'],
    ['lai', 'lãi'],
    ['tô', 'tổ'],
    ['dat', 'đạt'],
    ['nguoi', 'người'],
    ['LD', 'LĐ'],
  ])('%s is %s without some of its marks', (written, whole) => {
    expect(isWeakened(written, whole)).toBe(true)
  })
  it.each([
    ['yểu', 'yếu'],
    ['tố', 'tổ'],
    ['lại', 'lãi'],
    ['yếu', 'yêu'],
    ['yếu', 'yếu'],
    ['la', 'lãi'],
  ])('%s is not %s weakened', (written, whole) => {
    expect(isWeakened(written, whole)).toBe(false)
  })
  it('never has a mark that the whole one lacks', () => {
    const letter = fc.constantFrom(...'aăâàáảãạấầiìíoôơộợuưựyỵđdnt')
    const word = fc.string({ unit: letter, minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(word, word, (one, other) => {
        if (isWeakened(one, other)) expect(isWeakened(other, one)).toBe(false)
      }),
    )
  })
})
