import type { Random } from '../../support/random.ts'
import type { LayerWord } from './image-pdf.ts'
import { boxOf, type ScanPage } from './scan-page.ts'

/** What OCR without Vietnamese makes of letters: marks lost or changed, look-alikes, digits torn apart. */
const MISREAD: Readonly<Record<string, readonly string[]>> = {
  Ủ: ['u', 'Ú', 'iJ'],
  Ỷ: ['Y'],
  Â: ['A', 'N'],
  Ộ: ['O', '6', 'Q'],
  Ế: ['E', 'É'],
  đ: ['d', 'a'],
  Đ: ['D', 'B'],
  ộ: ['0', '6', 'o'],
  ợ: ['g', 'o', 'q'],
  ư: ['u', 'tr'],
  ế: ['e', 'é', '6'],
  ạ: ['a', 'q'],
  ả: ['a', 'd'],
  ổ: ['6', 'd'],
  h: ['h', 'h', 'li'],
  m: ['m', 'm', 'rn'],
  l: ['l', 'l', '1'],
}

/** The invisible text of a scanner's own recognition, set for another language: like `uY BAN NgAN nAN`. */
export const badOcrLayer = (page: ScanPage, _index: number, random: Random): LayerWord[] =>
  page.words.map(word => ({ text: misread(word.text, random), box: inPoints(page, boxOf(word)), visible: false }))

const misread = (text: string, random: Random): string => {
  const pick = (choices: readonly string[]) => choices[Math.floor(random.next() * choices.length)] ?? ''
  return [...text.normalize('NFC')]
    .map(letter => {
      const choices = MISREAD[letter]
      if (choices) return pick(choices)
      const bare = letter.normalize('NFD').replace(/\p{M}/gu, '')
      if (/\d/.test(letter)) return random.next() < 0.12 ? `${letter} ` : letter
      return bare !== letter && random.next() < 0.85 ? bare : letter
    })
    .join('')
}

/** What signing software writes over a scan: some hundred characters that say who signed, and nothing of the document. */
export const signatureOverlay = (page: ScanPage, index: number): LayerWord[] => {
  if (index > 0) return []
  const right = (page.width * 72) / page.dpi - 20
  const lines = [
    'Người ký: Ủy ban nhân dân tỉnh',
    'Email: ubnd@example.gov.vn',
    'Cơ quan: Văn phòng Ủy ban nhân dân',
    'Thời gian ký: 12.09.2019 15:42:07 +07:00',
    'VĂN BẢN ĐÃ ĐƯỢC KÝ SỐ THEO QUY ĐỊNH CỦA PHÁP LUẬT VỀ GIAO DỊCH ĐIỆN TỬ',
  ]
  return lines.map((text, i) => ({
    text,
    box: [right - 3.2 * text.length, 8 + 8 * i, right, 15 + 8 * i],
    visible: true,
  }))
}

const inPoints = (page: ScanPage, box: readonly number[]): [number, number, number, number] => {
  const [l, t, r, b] = box.map(value => (value * 72) / page.dpi)
  return [l ?? 0, t ?? 0, r ?? 0, b ?? 0]
}
