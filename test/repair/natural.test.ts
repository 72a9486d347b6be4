import { describe, expect, it } from 'vitest'
import { editDistance, looksLike, similarity } from '../../src/repair/natural.ts'

describe('natural', () => {
  it('measures similarity after Jaro and Winkler', () => {
    expect(similarity('martha', 'marhta')).toBeCloseTo(0.9611, 4)
    expect(similarity('ke hoach', 'ke hoach')).toBe(1)
    expect(similarity('abc', 'xyz')).toBe(0)
  })

  it('counts a swap of neighbours as one edit', () => {
    expect(editDistance('ke hoahc', 'ke hoach')).toBe(1)
    expect(editDistance('ke hoacii', 'ke hoach')).toBe(2)
  })

  it.each([
    ['ke hoacii', 'ke hoach', true],
    ['bao cac', 'bao cao', true],
    ['bao gom', 'bao cao', false],
    ['thong bao', 'thong tu', false],
  ])('%s for %s: %s', (read, meant, like) => expect(looksLike(read, meant)).toBe(like))
})
