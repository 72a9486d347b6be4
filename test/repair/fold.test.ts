import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, lower } from '../../src/repair/fold.ts'

describe('fold', () => {
  it.each([
    ['Phấn đấu', 'phan dau'],
    ['ĐÁNH GIÁ', 'danh gia'],
    ['Ủy ban Nhân dân', 'uy ban nhan dan'],
    ['Phấn đấu'.normalize('NFD'), 'phan dau'],
    ['1.840 HTX – 5%', '1.840 htx – 5%'],
    ['漢字', '漢字'],
  ])('%j → %j', (word, key) => expect(fold(word)).toBe(key))

  it('keeps the length of composed text', () => {
    const text = 'ĂÂĐÊÔƠƯăâđêôơưẤẦẨẪẬỹỵ'
    expect(fold(text)).toHaveLength(text.length)
    expect(fold(text)).toBe('aadeoouaadeoouaaaaayy')
  })

  it('folds a long text as it folds its letters one by one', () => {
    const letters = fc.constantFrom('Ấ', 'đ', 'A\u0301', '–', 'я', '漢', '😀', ' ', '1')
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 9 }), fc.nat(9), (some, before) => {
        const long = [...'x'.repeat(before), ...Array.from({ length: 4_000 }, () => some).flat()]
        expect(fold(long.join(''))).toBe(long.map(fold).join(''))
      }),
      { numRuns: 30 },
    )
  })
})

describe('lower', () => {
  it('keeps the marks', () => expect(lower('ĐỐI VỚI ỦY BAN')).toBe('đối với ủy ban'))
})
