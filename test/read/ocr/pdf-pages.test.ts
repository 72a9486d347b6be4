import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { tinyPdf } from '../../../fixtures/tiny-pdf.ts'
import { DEFAULT_LIMITS } from '../../../src/extract.ts'
import { DEFAULT_OCR, type OcrSettings } from '../../../src/read/ocr/ocr-settings.ts'
import type { OnPages } from '../../../src/read/pages-read.ts'
import { readPdf } from '../../../src/read/pdf/pdf.ts'
import type { SourceDocument } from '../../../src/read/source-document.ts'
import { type LayerWord, scannedPdf, sheetOf } from '../../tools/scans/image-pdf.ts'
import type { ScanPage } from '../../tools/scans/scan-page.ts'

const SCAN = new URL('../../../fixtures/scans/lang-son-2020.skewed-1.jpg', import.meta.url)

/** The head of a document, as a page of its own: a scan of 300 dpi. */
async function head(turn = 0): Promise<ScanPage> {
  const { data, info } = await sharp(readFileSync(SCAN))
    .extract({ left: 300, top: 150, width: 2100, height: 620 })
    .rotate(turn)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: 1, dpi: 300, words: [] }
}

const blank = (): ScanPage => ({
  data: new Uint8Array(2480 * 600).fill(250),
  ...{ width: 2480, height: 600, channels: 1, dpi: 300, words: [] },
})

const JPEG = { kind: 'jpeg', quality: 80 } as const

const lines = (texts: readonly string[], visible = true): LayerWord[] =>
  texts.map((text, i) => ({ text, box: [20, 20 + 14 * i, 20 + 5 * text.length, 31 + 14 * i], visible }))

const SIGNATURE = lines(['Người ký: Ủy ban nhân dân tỉnh', 'Thời gian ký: 12.09.2019 15:42:07 +07:00'])
const OLD_LAYER = lines(
  [
    'uY BAN NgAN nAN CQNG HOA xA HQI CHU NGHIA VIET NAM',
    'TiNH LANG SdN Doc lap - Tu do - Hanh phuc',
    'KE HoACH Phat trien kinh te tap the',
  ],
  false,
)
const TEXT = lines([
  'Tổng số hợp tác xã đến nay là 242 hợp tác xã, trong đó 35 hợp tác xã thành lập mới.',
  'Doanh thu bình quân ước đạt 950 triệu đồng/năm; lãi bình quân 71,5 triệu đồng.',
])

/** More text than is ever set over a scan. */
const LONG = lines(
  Array.from(
    { length: 18 },
    () => 'Tổng số hợp tác xã đến nay là 242 hợp tác xã, trong đó 35 hợp tác xã thành lập mới.',
  ),
)

const read = async (
  bytes: Uint8Array,
  ocr: Partial<OcrSettings> = {},
  onPages: OnPages = () => {},
): Promise<SourceDocument> => {
  const result = await readPdf(bytes, { ...DEFAULT_LIMITS, ocr: { ...DEFAULT_OCR, ...ocr }, onPages })
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.document
}

const codes = ({ messages }: SourceDocument): string[] =>
  messages.map(({ level, code, page }) => `${level} ${code} ${page}`)

const textOfPage = ({ text, lines }: SourceDocument, page: number): string =>
  lines.flatMap(line => (line.page === page ? [text.slice(line.start, line.end)] : [])).join('\n')

describe('the pages of a PDF', () => {
  it('are read from the text layer or the image, each by what its layer is worth, and messages say which and why', async () => {
    const scan = await head()
    const told: string[] = []
    const document = await read(
      scannedPdf([
        { width: 595, height: 842, pictures: [], layer: TEXT },
        await sheetOf(scan, JPEG),
        await sheetOf(scan, JPEG, { layer: SIGNATURE }),
        await sheetOf(scan, JPEG, { layer: OLD_LAYER }),
        await sheetOf(blank(), JPEG),
        await sheetOf(await head(), JPEG, { strips: 40 }),
      ]),
      {},
      ({ page, pages }) => told.push(`${page}/${pages}`),
    )
    expect(told).toEqual(['0/6', '1/6', '2/6', '3/6', '4/6', '5/6', '6/6'])
    expect(document.readByPage).toEqual(['pdf-text', 'ocr', 'ocr', 'ocr', 'pdf-text', 'ocr'])
    expect(document.readBy).toBe('ocr')
    for (const page of [2, 3, 4, 6]) {
      expect(textOfPage(document, page)).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
      expect(textOfPage(document, page)).toContain('ngày 12 tháng 9 năm 2019')
    }
    expect(textOfPage(document, 1)).toContain('950 triệu đồng/năm')
    expect(textOfPage(document, 3)).not.toContain('Người ký')
    expect(textOfPage(document, 4)).not.toContain('uY BAN')
    expect(codes(document)).toEqual([
      'info pages-recognised 2',
      'info pages-recognised 3',
      'info pages-recognised 4',
      'info pages-blank 5',
    ])
    expect(document.messages[0]?.text.en).toContain('Page 2, 6 has no text layer')
    expect(document.messages[1]?.text.en).toContain('digital signature')
    expect(document.messages[2]?.text.en).toContain('damaged text layer')
  }, 240_000)

  it('that are no scan are left to their text, marks or not', async () => {
    const plain = tinyPdf([
      ['UY BAN NHAN DAN', 'Trong nam co 35 hop tac xa thanh lap moi va 8 hop tac xa giai the tai 12 huyen'],
    ])
    expect(codes(await read(plain))).toEqual([])
    const picture = await sheetOf(blank(), JPEG, { layer: TEXT })
    const document = await read(scannedPdf([picture]))
    expect(document.readBy).toBe('pdf-text')
    expect(document.text).toContain('242 hợp tác xã')
  })

  it('that take too long are named as lost, and the others are read', async () => {
    const sheets = [{ width: 595, height: 842, pictures: [], layer: LONG }, await sheetOf(await head(), JPEG)]
    const document = await read(scannedPdf(sheets), { secondsPerPage: 0.05 })
    expect(document.text).toContain('242 hợp tác xã')
    expect(codes(document)).toEqual(['error pages-not-recognised 2'])
    expect(document.messages[0]?.text.en).toContain('0.05 seconds')
  })

  it('of which none can be read make a problem that says why', async () => {
    const one = scannedPdf([await sheetOf(await head(), JPEG)])
    const outcome = async (bytes: Uint8Array, ocr: Partial<OcrSettings>) => {
      const result = await readPdf(bytes, { ...DEFAULT_LIMITS, ocr: { ...DEFAULT_OCR, ...ocr } })
      return result.ok ? result.document.text : result.problem
    }
    expect(await outcome(one, { secondsPerPage: 0.05 })).toMatchObject({
      code: 'not-recognised',
      details: { pages: '1' },
    })
    expect(await outcome(one, { maxPixels: 1000 })).toEqual({
      code: 'too-many-pixels',
      details: { pages: '1', limit: 1000 },
    })
    expect(await outcome(scannedPdf([await sheetOf(blank(), JPEG)]), {})).toEqual({ code: 'no-text', details: {} })
    expect(await outcome(tinyPdf(['picture', []]), {})).toEqual({ code: 'no-text', details: {} })
  })
})
