import { describe, expect, it } from 'vitest'
import { type DrawnPage, drawnPdf, type Mark } from './drawn-pdf.ts'
import { readTables } from './read-tables.ts'

const page = (...marks: readonly Mark[]): DrawnPage => ({ width: 595, height: 842, marks })

const box = (x: number, y: number, width: number, height: number): Mark => ({ box: [x, y, width, height], fill: false })

const linesOf = async (...marks: readonly Mark[]): Promise<string[]> => {
  const { tables, text } = await readTables(drawnPdf([page(...marks)]))
  expect(tables).toEqual([])
  return text.split('\n')
}

const FULL = 'Trong nam co 35 hop tac xa thanh lap moi va 8 hop tac xa giai the tai 12 huyen, thanh phon'
const paragraph = (y: number): Mark[] => [0, 1, 2].map(i => ({ text: FULL, x: 72, y: y - 16 * i }))

const HEAD: Mark[] = [
  { text: 'UY BAN NHAN DAN', x: 90, y: 780 },
  { text: 'CONG HOA XA HOI CHU NGHIA VIET NAM', x: 270, y: 780 },
  { text: 'TINH LANG SON', x: 100, y: 765 },
  { text: 'Doc lap - Tu do - Hanh phuc', x: 310, y: 765 },
]
const HEAD_LINES = [
  'UY BAN NHAN DAN',
  'TINH LANG SON',
  'CONG HOA XA HOI CHU NGHIA VIET NAM',
  'Doc lap - Tu do - Hanh phuc',
]

describe('no table', () => {
  it('is the head of a document, with lines under its names', async () => {
    const under: Mark[] = [{ line: [115, 760, 165, 760] }, { line: [310, 760, 440, 760] }]
    expect(await linesOf(...HEAD, ...under)).toEqual(HEAD_LINES)
  })

  it('is the head of a document in two boxes', async () => {
    expect(await linesOf(...HEAD, box(80, 750, 180, 50), box(260, 750, 240, 50))).toEqual(HEAD_LINES)
  })

  it('is a box around a title or around a paragraph', async () => {
    const lines = await linesOf(
      box(200, 740, 200, 30),
      { text: 'KE HOACH NAM 2020', x: 230, y: 750 },
      box(60, 640, 480, 80),
      ...paragraph(700),
    )
    expect(lines).toEqual(['KE HOACH NAM 2020', FULL, FULL, FULL])
  })

  it('is a column of boxes', async () => {
    expect(
      await linesOf(box(60, 640, 480, 80), ...paragraph(700), box(60, 560, 480, 80), ...paragraph(620)),
    ).toHaveLength(6)
  })

  it('is an ornament around the page', async () => {
    const frame = [20, 24, 30].map(inset => box(inset, inset, 595 - 2 * inset, 842 - 2 * inset))
    expect(await linesOf(...frame, ...HEAD, ...paragraph(700))).toEqual([...HEAD_LINES, FULL, FULL, FULL])
  })

  it('is what recipients and signature make', async () => {
    const foot: Mark[] = [
      { text: 'Noi nhan:', x: 72, y: 300 },
      { text: 'TM. UY BAN NHAN DAN', x: 330, y: 300 },
      { text: '- Bo Ke hoach va Dau tu;', x: 72, y: 286 },
      { text: 'CHU TICH', x: 370, y: 286 },
      { text: '- Luu: VT.', x: 72, y: 272 },
      { text: 'Nguyen Van A', x: 360, y: 230 },
    ]
    expect(await linesOf(...paragraph(700), ...foot)).toHaveLength(9)
  })

  it('are three signatures side by side', async () => {
    const names = ['NGUOI LAP', 'KE TOAN', 'GIAM DOC', '(ky)', '(ky)', '(ky)', 'Nguyen Van A', 'Tran Thi B', 'Le Van C']
    await linesOf(...names.map((text, i): Mark => ({ text, x: 72 + 170 * (i % 3), y: 300 - 20 * Math.floor(i / 3) })))
  })

  it('is a drawing of boxes joined by lines', async () => {
    const boxes = [0, 1, 2].flatMap((i): Mark[] => [
      box(60 + 170 * i, 600, 120, 40),
      { text: ['Ban kiem soat', 'Hoi dong quan tri', 'Giam doc'][i] ?? '', x: 70 + 170 * i, y: 616 },
      { line: [120 + 170 * i, 640, 120 + 170 * i, 670] },
      box(60 + 170 * i, 520, 120, 40),
      { text: ['Ke toan', 'To dich vu', '12 nguoi'][i] ?? '', x: 70 + 170 * i, y: 536 },
    ])
    await linesOf(
      ...boxes,
      { line: [120, 670, 460, 670] },
      box(230, 690, 120, 40),
      { text: 'Dai hoi', x: 250, y: 706 },
      { line: [290, 670, 290, 690] },
    )
  })

  it('is a form of dotted lines', async () => {
    const lines: Mark[] = [700, 680, 660].flatMap((y): Mark[] => [
      { text: 'Ten hop tac xa:', x: 72, y },
      { operators: `[1 2] 0 d 160 ${y} m 500 ${y} l S [] 0 d` },
    ])
    expect(await linesOf(...lines)).toHaveLength(3)
  })

  it('is squared paper, nor a hatched map with names on it', async () => {
    const squares = Array.from({ length: 80 }, (_, i): Mark[] => [
      { line: [0, 10 * i, 595, 10 * i] },
      { line: [7 * i, 0, 7 * i, 842] },
    ]).flat()
    const names = Array.from(
      { length: 12 },
      (_, i): Mark => ({ text: `Xa ${i}`, x: 40 + 37 * (i % 7), y: 100 + 53 * i }),
    )
    await linesOf(...squares, ...names)
    const hatch = Array.from(
      { length: 4000 },
      (_, i): Mark => ({
        operators: `${(i * 7) % 500} ${(i * 13) % 800} m ${((i * 7) % 500) + 9} ${((i * 13) % 800) + 9} l S`,
      }),
    )
    await linesOf(...hatch, ...names)
  })
})
