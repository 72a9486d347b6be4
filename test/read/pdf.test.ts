import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type TinyPage, type TinyText, tinyPdf } from '../../fixtures/tiny-pdf.ts'
import { DEFAULT_LIMITS } from '../../src/extract.ts'
import { readPdf } from '../../src/read/pdf/pdf.ts'
import type { SourceDocument } from '../../src/read/source-document.ts'

const read = async (bytes: Uint8Array): Promise<SourceDocument> => {
  const result = await readPdf(bytes, DEFAULT_LIMITS)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.document
}

const linesOf = (document: SourceDocument): string[] => document.text.split('\n')

const page = (...texts: (string | TinyText)[]): Uint8Array => tinyPdf([texts])

/** Lines of running text from edge to edge (72 to about 523 points), so that the text column is known. */
const FULL = 'Trong nam co 35 hop tac xa thanh lap moi va 8 hop tac xa giai the tai 12 huyen, thanh phon'

describe('words of a line', () => {
  it('are put together from pieces that touch and set apart where there is a gap', async () => {
    const pieces = [
      { text: '1.8', x: 72, y: 700 },
      { text: '40', x: 88.7, y: 700 },
      { text: 'HTX', x: 106, y: 700 },
    ]
    expect(linesOf(await read(page(...pieces)))).toEqual(['1.840 HTX'])
  })

  it('are kept once when they are set twice to look bold', async () => {
    const twice = [72, 72.3].map(x => ({ text: 'KE HOACH', x, y: 700 }))
    expect(linesOf(await read(page(...twice)))).toEqual(['KE HOACH'])
  })

  it('keep raised digits from running into the number before them', async () => {
    const mark = [
      { text: 'co 35', x: 72, y: 700 },
      { text: '1', x: 102, y: 705, size: 7 },
      { text: ' hop tac xa', x: 106, y: 700 },
    ]
    expect(linesOf(await read(page(...mark)))).toEqual(['co 35¹ hop tac xa'])
  })
})

describe('boxes', () => {
  it('count points from the upper left corner of the page', async () => {
    const { lines, pages } = await read(page({ text: 'Hop tac xa', x: 72, y: 742 }))
    expect(pages).toEqual([{ number: 1, width: 595, height: 842 }])
    const [left, top, right, bottom] = lines[0]?.box ?? []
    expect(left).toBe(72)
    expect(top).toBeCloseTo(100 - 0.9 * 12, 0)
    expect(bottom).toBeCloseTo(100 + 0.22 * 12, 0)
    expect(right).toBeGreaterThan(120)
  })

  it.each([
    [90, { width: 842, height: 595 }],
    [180, { width: 595, height: 842 }],
    [270, { width: 842, height: 595 }],
  ])('lie on a page turned by %i degrees as it is shown, and the text is read', async (turn, size) => {
    const document = await read(tinyPdf([['Tong so 35 hop tac xa', 'Tong so 20 to hop tac']], turn))
    expect(document.pages).toEqual([{ number: 1, ...size }])
    expect(linesOf(document)).toEqual(['Tong so 35 hop tac xa', 'Tong so 20 to hop tac'])
    for (const { box } of document.lines) {
      const [left = 0, top = 0, right = 0, bottom = 0] = box ?? []
      expect(left).toBeGreaterThanOrEqual(0)
      expect(top).toBeGreaterThanOrEqual(0)
      expect(right).toBeGreaterThan(left)
      expect(bottom).toBeGreaterThan(top)
      expect(right).toBeLessThanOrEqual(size.width)
      expect(bottom).toBeLessThanOrEqual(size.height)
    }
  })
})

describe('reading order', () => {
  it('takes blocks side by side one after the other', async () => {
    const head = [
      { text: 'UY BAN NHAN DAN', x: 90, y: 780 },
      { text: 'CONG HOA XA HOI CHU NGHIA VIET NAM', x: 270, y: 780 },
      { text: 'TINH LANG SON', x: 100, y: 765 },
      { text: 'Doc lap - Tu do - Hanh phuc', x: 310, y: 765 },
      { text: 'So: 155/KH-UBND', x: 95, y: 745 },
      { text: 'Lang Son, ngay 12 thang 9 nam 2019', x: 290, y: 745 },
      { text: 'KE HOACH', x: 270, y: 700 },
    ]
    expect(linesOf(await read(page(...head)))).toEqual([
      'UY BAN NHAN DAN',
      'TINH LANG SON',
      'So: 155/KH-UBND',
      'CONG HOA XA HOI CHU NGHIA VIET NAM',
      'Doc lap - Tu do - Hanh phuc',
      'Lang Son, ngay 12 thang 9 nam 2019',
      'KE HOACH',
    ])
  })

  it('gives the rows of a table with tabs, empty places kept', async () => {
    const row = (y: number, ...cells: (string | null)[]): TinyText[] =>
      cells.flatMap((text, i) => (text === null ? [] : [{ text, x: [72, 110, 300, 360, 420][i] ?? 0, y }]))
    const document = await read(
      page(
        ...row(700, 'TT', 'Chi tieu', 'KH', 'TH', 'KH'),
        ...row(680, '1', 'Tong so hop tac xa', '172', '176', '201'),
        ...row(660, null, 'Trong do:', null, null, null),
        ...row(640, '2', 'Tong so thanh vien hop tac', '1.520', null, '1.809'),
        ...row(627, null, 'xa dang hoat dong', null, null, null),
      ),
    )
    expect(linesOf(document)).toEqual([
      'TT\tChi tieu\tKH\tTH\tKH',
      '1\tTong so hop tac xa\t172\t176\t201',
      '\tTrong do:\t\t\t',
      '2\tTong so thanh vien hop tac xa dang hoat dong\t1.520\t\t1.809',
    ])
  })

  it('takes two columns with numbers for a table', async () => {
    const rows = ['35', '1.840', '2'].flatMap((number, i) => [
      { text: 'So hop tac xa', x: 72, y: 700 - 20 * i },
      { text: number, x: 300, y: 700 - 20 * i },
    ])
    expect(linesOf(await read(page(...rows)))).toEqual([
      'So hop tac xa\t35',
      'So hop tac xa\t1.840',
      'So hop tac xa\t2',
    ])
  })

  it('puts a list mark and its item together', async () => {
    const item = [
      { text: '-', x: 72, y: 700 },
      { text: 'Thanh lap moi 35 hop tac xa', x: 100, y: 700 },
    ]
    expect(linesOf(await read(page(...item)))).toEqual(['- Thanh lap moi 35 hop tac xa'])
  })

  it('reads footnotes after the body', async () => {
    const body: TinyText[] = Array.from({ length: 4 }, (_, i) => ({ text: FULL, x: 72, y: 700 - 16 * i }))
    const note = [
      { text: '1', x: 72, y: 103, size: 6 },
      { text: 'Ke ca 3 hop tac xa moi', x: 77, y: 100, size: 9 },
    ]
    const document = await read(tinyPdf([[...body, ...note], ['va cac to hop tac.']]))
    expect(linesOf(document).slice(-2)).toEqual(['va cac to hop tac.', '¹ Ke ca 3 hop tac xa moi'])
  })
})

describe('page numbers and running heads', () => {
  const pageWith = (number: string, ...body: string[]): TinyPage => [
    { text: 'UBND tinh Lang Son', x: 72, y: 810, size: 9 },
    { text: number, x: 297, y: 795 },
    ...body.map((text, i) => ({ text, x: 72, y: 700 - 16 * i })),
  ]

  it('are read but marked as no part of the running text', async () => {
    const { text, lines } = await read(
      tinyPdf([pageWith('1', 'Muc 12'), pageWith('2', 'Muc 13'), pageWith('3', 'Muc 14')]),
    )
    const roles = lines.map(line => [text.slice(line.start, line.end), line.role])
    expect(roles.filter(([, role]) => role === 'running-head')).toHaveLength(3)
    expect(roles.filter(([, role]) => role === 'page-number')).toEqual([
      ['1', 'page-number'],
      ['2', 'page-number'],
      ['3', 'page-number'],
    ])
    expect(roles.filter(([, role]) => role === 'body').map(([line]) => line)).toEqual(['Muc 12', 'Muc 13', 'Muc 14'])
  })

  it('may count from another number on', async () => {
    const { lines } = await read(tinyPdf([pageWith('17', 'Muc'), pageWith('18', 'Muc')]))
    expect(lines.filter(line => line.role === 'page-number')).toHaveLength(2)
  })

  it('are not a number that stands alone at the edge of one page', async () => {
    const { lines } = await read(tinyPdf([pageWith('1.840', 'Muc'), pageWith('35', 'Muc')]))
    expect(lines.filter(line => line.role === 'page-number')).toHaveLength(0)
  })
})

describe('lines that the margin broke', () => {
  const wrapped = async (...texts: (string | TinyText)[]) => {
    const { lines } = await read(page(...texts))
    return lines.map(line => line.wrapped)
  }

  it('go on in the next line, the last of a paragraph does not', async () => {
    expect(await wrapped(FULL, FULL, FULL, 'va 20 to hop tac.', 'Doan sau')).toEqual([true, true, true, false, false])
  })

  it('do not go on below a space between paragraphs', async () => {
    const lines = [700, 684, 668, 640].map(y => ({ text: FULL, x: 72, y }))
    expect(await wrapped(...lines)).toEqual([true, true, false, false])
  })

  it('do not go on in a list item', async () => {
    expect(await wrapped(FULL, FULL, FULL, '- Tong so', '1. Muc tieu')).toEqual([true, true, false, false, false])
  })

  it('go on over the page, past its number', async () => {
    const top = { text: '2', x: 297, y: 800 }
    const body = [FULL, FULL, FULL]
    const { lines, text } = await read(tinyPdf([body, [top, { text: 'va 20 to hop tac.', x: 72, y: 770 }]]))
    expect(lines.map(line => [text.slice(line.start, line.end).slice(0, 5), line.page, line.wrapped])).toEqual([
      ['Trong', 1, true],
      ['Trong', 1, true],
      ['Trong', 1, true],
      ['2', 2, false],
      ['va 20', 2, false],
    ])
  })
})

describe('damaged files', () => {
  const file = readFileSync(new URL('../../fixtures/documents/tp-2009.pdf', import.meta.url))

  it('that lost their end are read as far as they go, or refused', async () => {
    const result = await readPdf(file.subarray(0, file.length - 600), DEFAULT_LIMITS)
    if (result.ok) expect(result.document.text).toContain('KẾ HOẠCH')
    else expect(result.problem.code).toBe('damaged-file')
  })

  it('that lost their middle are refused with the cause', async () => {
    expect(await readPdf(file.subarray(0, 300), DEFAULT_LIMITS)).toMatchObject({
      ok: false,
      problem: { code: 'damaged-file' },
    })
  })

  it('leave the bytes they were given unchanged', async () => {
    const given = Uint8Array.from(file)
    await readPdf(given, DEFAULT_LIMITS)
    expect(Buffer.compare(given, file)).toBe(0)
  })
})
