import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EditedText } from '../../src/repair/edits.ts'
import { decode, type Encoding, type EncodingName } from '../../src/repair/encodings/encoding.ts'
import { encodingOfFont, encodings } from '../../src/repair/encodings/encodings.ts'
import { encode, SAMPLES } from './encode.ts'

const named = (name: EncodingName): Encoding => {
  const found = encodings().find(e => e.name === name)
  if (!found) throw new Error(name)
  return found
}

const decoded = (name: EncodingName, text: string): string =>
  new EditedText(text, decode(named(name), text, 0, text.length)).text

const NAMES = encodings().map(({ name }) => name)
const SMALL = 'aáàảãạăắằẳẵặâấầẩẫậeéèẻẽẹêếềểễệiíìỉĩịoóòỏõọôốồổỗộơớờởỡợuúùủũụưứừửữựyýỳỷỹỵđbcdghklmnpqrstvx'

describe.each(NAMES)('the encoding %s', name => {
  it('decodes each small letter of Vietnamese', () => {
    for (const letter of SMALL) expect(decoded(name, encode(name, letter))).toBe(letter)
  })

  it('decodes the sentences of its samples', () => {
    const samples = SAMPLES.filter(sample => sample[name] !== undefined)
    for (const sample of samples) expect(decoded(name, sample[name] ?? '')).toBe(sample.unicode)
    expect(samples.length).toBeGreaterThan(name === 'windows-1258' ? 0 : 3)
  })

  it('gives back any words that were encoded, with digits and signs between them as they were', () => {
    // VIQR writes đ as dd, so that it cannot tell dd, dđ and đd apart; no word has any of them
    const word = fc
      .string({ unit: fc.constantFrom(...SMALL), minLength: 1, maxLength: 6 })
      .filter(w => !/d[dđ]|đd/.test(w))
    const between = fc.constantFrom(' 1.840 ', ', 12 ', ' (3,5-4) ', ' 105 % ', ' - ', '; 25/41 ')
    fc.assert(
      fc.property(fc.array(fc.tuple(word, between), { minLength: 1, maxLength: 6 }), pairs => {
        const text = pairs.flat().join('')
        expect(decoded(name, encode(name, text))).toBe(text)
      }),
    )
  })

  it('never touches a digit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(decoded(name, text).replace(/\D/g, '')).toBe(text.replace(/\D/g, ''))
      }),
    )
  })
})

describe('names of fonts', () => {
  it.each([
    ['.VnTime', 'tcvn3', false],
    ['.VnTimeH', 'tcvn3', true],
    ['.VnArial NarrowH', 'tcvn3', true],
    ['FBHPFO+VnTimeHBold', 'tcvn3', true],
    ['FBHPEM+VnTime', 'tcvn3', false],
    ['.VnClarendonH', 'tcvn3', true],
    ['.VnUniverseH', 'tcvn3', true],
    ['VNI-Times', 'vni', false],
    ['ABCDEF+VNI-Helve-Condense', 'vni', false],
    ['VPS Times', 'vps', false],
    ['VI Times', 'viscii', false],
  ])('%s shows %s', (font, encoding, capital) => {
    const found = encodingOfFont(font)
    expect([found?.encoding.name, found?.capital]).toEqual([encoding, capital])
  })

  it.each(['Times New Roman', 'Arial', 'VnTimes'.toLowerCase(), 'Vivaldi', 'Viner Hand ITC', 'Symbol', 'Verdana'])(
    '%s tells nothing',
    font => {
      expect(encodingOfFont(font)).toBeNull()
    },
  )
})
