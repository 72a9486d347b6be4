import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MappedText, sourceSpan } from '../../src/repair/mapped-text.ts'
import { repairSpans } from '../../src/repair/repair-spans.ts'

const whole = (source: string) => repairSpans(source, [{ start: 0, end: source.length }])
const text = (source: string) => whole(source).text

const expectExactMap = (mapped: MappedText) => {
  expect(mapped.starts.length).toBe(mapped.text.length)
  expect(mapped.ends.length).toBe(mapped.text.length)
  for (let i = 0; i < mapped.text.length; i++) {
    expect(mapped.starts[i]).toBeLessThan(mapped.ends[i] ?? 0)
    if (i > 0) expect(mapped.starts[i]).toBeGreaterThanOrEqual(mapped.starts[i - 1] ?? 0)
  }
}

describe('repairSpans', () => {
  it('leaves clean text as it is', () => {
    const clean = 'Ước năm 2019 có 1.840 tổ hợp tác (đạt 103,8% kế hoạch), hoạt động hòa thuận.'
    expect(text(clean)).toBe(clean)
  })

  it.each([
    ['Lạng Sơn'.normalize('NFD'), 'Lạng Sơn'],
    ['ê\u0301, a\u0301\u0302, o\u031b\u0323, o\u0323\u031b', 'ế, ấ, ợ, ợ'],
    ['Ðầu tư và ðất', 'Đầu tư và đất'],
    ['НTХ nông nghiệp; tỉnh Hà Nộі; Москва', 'HTX nông nghiệp; tỉnh Hà Nội; Москва'],
    ['１２\u00a0HTX\u2003mới\u200b \u00adhay', '12 HTX mới hay'],
    ['900 – 1.030, 3⁄4, “a” ‘b’', '900 - 1.030, 3/4, "a" \'b\''],
    ['  a \t b\r\n c ', 'a b c'],
    ['**KẾ HOẠCH**', 'KẾ HOẠCH'],
    ['Số: **507**/KH-UBND', 'Số: 507/KH-UBND'],
    ['#### *a) Đến năm 2030:*', 'a) Đến năm 2030:'],
    ['* *Trong lĩnh vực phi nông nghiệp*: 41 HTX', '* Trong lĩnh vực phi nông nghiệp: 41 HTX'],
    ['14 thành viên (*do giải thể*).', '14 thành viên (do giải thể).'],
    ['số liệu (*) và 3*4 = 12', 'số liệu (*) và 3*4 = 12'],
    ['<i>Trong đó:</i> x < 50', 'Trong đó: x < 50'],
    ['hoà, Uỷ ban, HOÁ, thuỷ, khoẻ; hoàn toàn, khuỷu', 'hòa, Ủy ban, HÓA, thủy, khỏe; hoàn toàn, khuỷu'],
    ['quý, quỳ, quỷ, qúy, hòan', 'quý, quỳ, quỷ, quý, hoàn'],
    ['HòaBình', 'HòaBình'],
    ['ngày … tháng', 'ngày ... tháng'],
    ['\uf0b7 Công tác', '• Công tác'],
  ])('repairs %j', (source, expected) => {
    const mapped = whole(source)
    expect(mapped.text).toBe(expected)
    expectExactMap(mapped)
  })

  it('joins stretches with one blank that stands for the gap', () => {
    const source = 'tại thành\n\nphố Lạng Sơn'
    const mapped = repairSpans(source, [
      { start: 0, end: 9 },
      { start: 11, end: source.length },
    ])
    expect(mapped.text).toBe('tại thành phố Lạng Sơn')
    expect(sourceSpan(mapped, 9, 10)).toEqual({ start: 9, end: 11 })
    expect(sourceSpan(mapped, 10, 13)).toEqual({ start: 11, end: 14 })
  })

  it('keeps the tabs of a table row on demand', () => {
    const source = '\t<i>Trong đó:</i> \t HTX\t\t160 \t'
    expect(repairSpans(source, [{ start: 0, end: source.length }], { keepTabs: true }).text).toBe(
      '\tTrong đó:\tHTX\t\t160\t',
    )
  })

  it('gives an empty text for stretches without ink', () => {
    expect(repairSpans(' \u200b **', [{ start: 0, end: 5 }])).toEqual({
      text: '',
      starts: new Int32Array(0),
      ends: new Int32Array(0),
    })
    expect(repairSpans('abc', []).text).toBe('')
  })

  const words = fc.constantFrom(
    'Ủy',
    'hòa',
    'hợp',
    'tác',
    'xã',
    '1.840',
    '103,8%',
    'đạt',
    'HTX',
    'quý',
    'người.',
    'hoàn',
  )
  const disguises: Record<string, readonly string[]> = {
    đ: ['ð', 'đ'],
    ' ': ['\u00a0', '  ', '\u2009', '\u200b ', '\n', ' '],
    H: ['Н', 'H'],
    X: ['Х', 'X'],
    a: ['а', 'a'],
    o: ['о', 'o'],
    '1': ['１', '1'],
  }

  it('reads disguised text like clean text, with an exact map', () => {
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        fc.infiniteStream(fc.nat(9)),
        (list, nfd, picks) => {
          const clean = list.join(' ')
          const disguised = Array.from(nfd ? clean.normalize('NFD') : clean, char => {
            const forms = disguises[char]
            return forms === undefined ? char : (forms[picks.next().value % forms.length] ?? char)
          }).join('')
          const mapped = whole(disguised)
          // A word in Cyrillic throughout is not touched: none of the sample words can become one.
          expect(mapped.text).toBe(clean)
          expectExactMap(mapped)
          for (let i = 0; i < clean.length; i++) {
            const { start, end } = sourceSpan(mapped, i, i + 1)
            const wordStart = clean.lastIndexOf(' ', i) + 1
            const wordEnd = clean.indexOf(' ', i) < 0 ? clean.length : clean.indexOf(' ', i)
            if (clean[i] === ' ') expect(disguised.slice(start, end).trim().replace('\u200b', '')).toBe('')
            else if (i === wordStart) {
              const word = sourceSpan(mapped, wordStart, wordEnd)
              expect(text(disguised.slice(word.start, word.end))).toBe(clean.slice(wordStart, wordEnd))
            }
          }
        },
      ),
    )
  })

  it('maps every character of decomposed text to what composes it', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), list => {
        const clean = list.join(' ')
        const source = clean.normalize('NFD')
        const mapped = whole(source)
        for (let i = 0; i < clean.length; i++) {
          const { start, end } = sourceSpan(mapped, i, i + 1)
          expect(source.slice(start, end).normalize('NFC')).toBe(clean[i])
        }
      }),
    )
  })

  it('never changes digits and the separators between them', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,4}([.,/-]\d{1,3}){0,3}$/), number => {
        expect(text(`có ${number} hợp tác xã`)).toBe(`có ${number} hợp tác xã`)
      }),
    )
  })

  it('takes any input, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), source => {
        const mapped = whole(source)
        expectExactMap(mapped)
        expect(text(mapped.text).length).toBeLessThanOrEqual(mapped.text.length)
      }),
    )
  })
})
