import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomOf } from '../../support/random.ts'
import { leastEdits, textAccuracy } from '../eval/scans/text-accuracy.ts'
import { encoded, type Format } from './encode.ts'
import { scannedPdf, sheetOf } from './image-pdf.ts'
import { legacyRuns } from './legacy/encode.ts'
import { boxOf, type ScanPage, type Step } from './scan-page.ts'
import { facing, resample, skew, turn } from './steps/geometry.ts'
import { noise } from './steps/optics.ts'

const [WIDTH, HEIGHT] = [300, 420]

/** White, with one black rectangle that counts as a word. */
const pageWith = (left: number, top: number, right: number, bottom: number): ScanPage => {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(255)
  for (let y = top; y < bottom; y++) data.fill(0, y * WIDTH + left, y * WIDTH + right)
  const corners = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ] as const
  return { data, width: WIDTH, height: HEIGHT, channels: 1, dpi: 100, words: [{ text: '242', line: 0, corners }] }
}

const inkBox = ({ data, width, height }: ScanPage): number[] => {
  const dark = Array.from({ length: width * height }, (_, i) => i).filter(i => (data[i] ?? 255) < 128)
  const [xs, ys] = [dark.map(i => i % width), dark.map(i => Math.floor(i / width))]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs) + 1, Math.max(...ys) + 1]
}

describe('the place of a word goes with its ink', () => {
  const rectangle = fc
    .record({
      left: fc.integer({ min: 60, max: 160 }),
      top: fc.integer({ min: 60, max: 250 }),
      width: fc.integer({ min: 20, max: 70 }),
      height: fc.integer({ min: 12, max: 70 }),
    })
    .map(({ left, top, width, height }) => pageWith(left, top, left + width, top + height))
  const steps: Record<string, fc.Arbitrary<Step>> = {
    skew: fc.integer({ min: -30, max: 30 }).map(tenths => skew(tenths / 10)),
    turn: fc.constantFrom(90, 180, 270).map(degrees => turn(degrees as 90 | 180 | 270)),
    resample: fc.integer({ min: 50, max: 200 }).map(dpi => resample(dpi)),
  }

  test.each(Object.keys(steps))('through %s', async name => {
    const step = steps[name]
    if (!step) throw new Error(name)
    await fc.assert(
      fc.asyncProperty(rectangle, step, async (page, move) => {
        const moved = await move(page, randomOf('1'))
        const [word] = moved.words
        if (!word) throw new Error('the word is gone')
        const known = boxOf(word)
        inkBox(moved).forEach((edge, i) => {
          expect(Math.abs(edge - (known[i] ?? 0))).toBeLessThanOrEqual(2.5)
        })
      }),
      { numRuns: 25 },
    )
  })

  test('to the right half of a sheet with two pages', async () => {
    const page = pageWith(100, 100, 150, 130)
    const sheet = await facing({ ...page, data: new Uint8Array(WIDTH * HEIGHT).fill(255), words: [] }, page)
    expect(sheet.words.map(boxOf)).toEqual([[400, 100, 450, 130]])
    expect(sheet.data[110 * sheet.width + 420]).toBe(0)
  })
})

describe('scans', () => {
  test('are the same whenever their seed is', async () => {
    const noisy = async (seed: string) => (await noise(20)(pageWith(50, 50, 90, 90), randomOf(seed))).data
    expect(await noisy('a')).toEqual(await noisy('a'))
    expect(await noisy('a')).not.toEqual(await noisy('b'))
  })

  test.each<[string, Format, string]>([
    ['JPEG', { kind: 'jpeg', quality: 80 }, 'ffd8ff'],
    ['PNG', { kind: 'png', bits: 1 }, '89504e47'],
    ['TIFF', { kind: 'tiff', bits: 1 }, '49492a00'],
  ])('are kept as %s with their resolution', async (_, format, signature) => {
    const file = await encoded(pageWith(50, 50, 90, 90), format)
    expect(file.toString('hex')).toMatch(new RegExp(`^${signature}`))
    const { default: sharp } = await import('sharp')
    expect((await sharp(file).metadata()).density).toBe(100)
  })

  test.each<[string, Format, number]>([
    ['eight bits', { kind: 'png', bits: 8 }, WIDTH],
    ['one bit', { kind: 'png', bits: 1 }, Math.ceil(WIDTH / 8)],
  ])('have in a PDF with %s a pixel as many samples as it says', async (_, format, row) => {
    const { pictures } = await sheetOf(pageWith(50, 50, 90, 90), format, { strips: 4 })
    expect(pictures.map(({ data }) => inflateSync(data).length)).toEqual(Array(4).fill((row * HEIGHT) / 4))
  })

  test('become a PDF of the size of the paper, whose layer can be copied as text', async () => {
    const layer = [{ text: 'Cộng hòa', box: [10, 10, 60, 22] as const, visible: false }]
    const sheet = await sheetOf(pageWith(50, 50, 90, 90), { kind: 'png', bits: 1 }, { strips: 7, layer })
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const pdf = await getDocument({ data: new Uint8Array(scannedPdf([sheet])), verbosity: 0 }).promise
    const page = await pdf.getPage(1)
    expect(page.view).toEqual([0, 0, 216, 302.4].map(value => expect.closeTo(value, 1)))
    const { items } = await page.getTextContent()
    expect(items.map(item => ('str' in item ? item.str : '')).join('')).toBe('Cộng hòa')
    await pdf.destroy()
  })
})

describe('text as it was typed before Unicode', () => {
  test('has small letters for capitals with marks in TCVN3, in the font of capitals', () => {
    expect(legacyRuns('CỘNG HÒA: Nước Ủy ban', 'tcvn3')).toEqual([
      { text: 'céng hßa', capitals: true },
      { text: ': N\u00adíc ', capitals: false },
      { text: 'ñ', capitals: true },
      { text: 'y ban', capitals: false },
    ])
  })

  test('has marks after their letters in VNI', () => {
    expect(legacyRuns('Cộng hòa, hợp tác xã', 'vni')).toEqual([{ text: 'Coäng hoøa, hôïp taùc xaõ', capitals: false }])
  })
})

describe('what came back of a text', () => {
  test('is everything, in whatever order its lines come', () => {
    const found = textAccuracy(['Tổng số HTX', '242', 'Đang hoạt động'], 'Đang  hoạt động\nTổng số HTX 242')
    expect(found).toMatchObject({ errors: 0, words: 7, wordsFound: 7, numbers: 1, numbersFound: 1, extra: 0 })
  })

  test('lacks what was misread, and has words besides', () => {
    const found = textAccuracy(['có 1.840 tổ hợp tác'], 'CÔNG VĂN ĐẾN có 1.340 tồ hợp tác')
    expect(found).toMatchObject({ characters: 19, errors: 2, words: 5, wordsFound: 3, numbers: 1, numbersFound: 0 })
    expect(found.extra).toBe(5)
  })

  test('has as many errors as were put in, and no more', () => {
    const letters = fc.array(fc.constantFrom(...'abcdefgh'), { minLength: 5, maxLength: 30 })
    fc.assert(
      fc.property(letters, fc.array(fc.nat(1000), { maxLength: 3 }), letters, (line, places, around) => {
        const read = [...line]
        for (const place of places) read[place % read.length] = '?'
        const wrong = read.filter(letter => letter === '?').length
        expect(leastEdits(line.join(''), `${around.join('')}${read.join('')}`)).toBeLessThanOrEqual(wrong)
        expect(leastEdits(line.join(''), '?'.repeat(line.length))).toBe(line.length)
      }),
    )
  })
})
