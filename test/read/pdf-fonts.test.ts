import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tinyPdf } from '../../fixtures/tiny-pdf.ts'
import type { Box } from '../../src/contract/index.ts'
import { DEFAULT_LIMITS } from '../../src/extract.ts'
import { lineFonts } from '../../src/read/pdf/line-fonts.ts'
import { readPdf } from '../../src/read/pdf/pdf.ts'
import type { SourceDocument } from '../../src/read/source-document.ts'
import { repairDocument } from '../../src/repair/repair-document.ts'
import { encode } from '../repair/encode.ts'

const read = async (bytes: Uint8Array): Promise<SourceDocument> => {
  const result = await readPdf(bytes, DEFAULT_LIMITS)
  if (!result.ok) throw new Error(result.problem.code)
  return result.document
}

const fixture = (name: string): Buffer => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url))

const withoutBlanks = (text: string): string => text.replace(/\s/g, '')

describe('the fonts of a PDF', () => {
  it.each(['krong-pac-2020', 'tinh-ke-hoach-2022-bang'])(
    'of before Unicode are told of all of its text: %s',
    async name => {
      const { text, fonts = [] } = await read(fixture(`legacy/${name}.tcvn3.pdf`))
      const told = fonts.map(({ start, end }) => text.slice(start, end)).join('')
      expect(withoutBlanks(told).length).toBeGreaterThan(0.99 * withoutBlanks(text).length)
      expect(new Set(fonts.map(({ font }) => font.replace(/^[A-Z]{6}\+/, '')))).toEqual(
        new Set(['.VnTime', '.VnTimeH', '.VnTime-Bold', '.VnTimeH-Bold']),
      )
    },
  )

  it('make capitals of what a font of capitals shows', async () => {
    const { document } = repairDocument(await read(fixture('legacy/krong-pac-2020.tcvn3.pdf')))
    expect(document.text.split('\n').slice(0, 4)).toEqual([
      'ỦY BAN NHÂN DÂN',
      'HUYỆN KRÔNG PẮC',
      'Số: 1128/KH-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    ])
  })

  it('are not looked for in a text in Unicode', async () => {
    expect((await read(fixture('documents/lang-son-2020.pdf'))).fonts).toBeUndefined()
  })
})

const LINES = [
  'Căn cứ Luật Hợp tác xã ngày 26 tháng 11 năm 2003; xét đề nghị của Sở Kế hoạch và Đầu tư.',
  'Năm 2008 toàn tỉnh có 352 hợp tác xã, đạt 103,5% kế hoạch; còn 12 hợp tác xã chưa chuyển đổi.',
  'Phấn đấu đến năm 2010 thành lập mới 25 tổ hợp tác, giải thể 3 hợp tác xã yếu kém nhất.',
  'Định hướng: củng cố các hợp tác xã hiện có, tăng chất lượng; lãi bình quân 1.840 nghìn đồng.',
]

describe('a PDF whose font of before Unicode is one of symbols, without an encoding', () => {
  const descriptor =
    '/FontDescriptor << /Type /FontDescriptor /FontName /.VnTime /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>'

  it('is read, though all of its letters arrive as others', async () => {
    const pdf = tinyPdf(
      [LINES.map(line => encode('tcvn3', line))],
      0,
      `/Subtype /TrueType /BaseFont /.VnTime ${descriptor}`,
    )
    const source = await read(pdf)
    expect(source.text).toContain('hÓp t∏c x∑')
    const { document } = repairDocument(source)
    expect(document.encoding).toBe('tcvn3')
    expect(document.text.split(/\s+/)).toEqual(LINES.join(' ').split(/\s+/))
  })
})

describe('the fonts of lines', () => {
  const piece = fc.record({
    text: fc.string({ unit: fc.constantFrom('a', 'ệ', '1', '.', ' '), minLength: 1, maxLength: 5 }),
    font: fc.constantFrom('x', 'y', null),
  })
  const laid = (pieces: readonly { readonly text: string; readonly font: string | null }[]) =>
    pieces.map(({ text, font }, i) => ({ text, font, box: [10 * i, 0, 10 * i + 9, 10] as Box }))

  it('are those of the pieces that stand in them, letter by letter', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), fc.constantFrom('', ' '), (pieces, between) => {
        const text = `${'#'.repeat(7)}${pieces.map(one => one.text).join(between)}`
        const places = [{ start: 7, end: text.length, page: 1, box: [0, 0, 10 * pieces.length, 10] as Box }]
        const found = lineFonts(text, places, new Map([[1, laid(pieces)]]))
        for (const font of ['x', 'y']) {
          const told = found.filter(one => one.font === font).map(({ start, end }) => text.slice(start, end))
          const set = pieces.filter(one => one.font === font).map(one => one.text)
          expect(withoutBlanks(told.join(''))).toBe(withoutBlanks(set.join('')))
        }
      }),
    )
  })

  it('are told of other text only where all of it is in one font', () => {
    const fontsOf = (...fonts: string[]) =>
      lineFonts(
        'khác hẳn',
        [{ start: 0, end: 8, page: 1, box: [0, 0, 100, 10] }],
        new Map([[1, laid(fonts.map(font => ({ text: 'ab', font })))]]),
      )
    expect(fontsOf('x', 'x')).toEqual([{ start: 0, end: 8, font: 'x' }])
    expect(fontsOf('x', 'y')).toEqual([])
    expect(fontsOf()).toEqual([])
  })
})
