import type { Line } from './line.ts'
import type { Paragraph, PlacedLine } from './paragraphs.ts'

const LONGEST_TITLE = 220
const UNIT_CAPTION = /^\(?(?:don vi(?: tinh)?|dvt)\s?:/
const HEADED: ReadonlySet<string> = new Set(['part', 'chapter', 'section'])

/**
 * Puts the title that stands on the lines below a bare `Phần thứ nhất`, `Chương I` or `Phụ lục 1` into one paragraph with
 * it.
 */
export const joinTitles = (paragraphs: readonly Paragraph[]): Paragraph[] => {
  const joined: Paragraph[] = []
  for (let i = 0; i < paragraphs.length; i++) {
    const paragraph = paragraphs[i]
    if (paragraph === undefined) continue
    let { text } = paragraph
    const lines: [PlacedLine, ...PlacedLine[]] = [...paragraph.lines]
    if (wantsTitle(paragraph)) {
      for (let next = paragraphs[i + 1]; next !== undefined && isTitle(next, lines); next = paragraphs[++i + 1]) {
        lines.push(...next.lines)
        text += ` ${next.text}`
      }
    }
    joined.push({ lines, text })
  }
  return joined
}

const wantsTitle = ({ lines, text }: Paragraph): boolean => {
  const [first] = lines
  if (first.element === 'annex') return true
  const { marker } = first
  return marker !== null && HEADED.has(marker.kind) && text.length <= marker.length
}

const isTitle = (paragraph: Paragraph, before: readonly [PlacedLine, ...PlacedLine[]]): boolean => {
  const [first] = paragraph.lines
  if (first.row || first.marker !== null || first.zone !== 'body' || (first.element === 'annex' && !first.upper))
    return false
  if (paragraph.text.length > LONGEST_TITLE || UNIT_CAPTION.test(first.folded) || /^\(/.test(first.text)) return false
  if (first.upper) return true
  const titled = before.length > 1 || (before[0].element === 'annex' && hasTitle(before[0]))
  return !titled && !/[.;:,]$/.test(paragraph.text)
}

/** More than `Phụ lục 1` stands on the line. */
const hasTitle = (line: Line): boolean => line.text.length > 24
