import type { Marker } from './markers.ts'
import type { Paragraph } from './paragraphs.ts'

/** Longest heading, brackets aside; one that leads over to its content with a colon may be longer. */
const LONGEST_HEADING = 220
const LONGEST_LEADING_HEADING = 360
const SHORT = 70

/** Covid-19, dates, years, spans of years, months, numbers of laws and articles: digits that headings hold without stating a quantity. */
const NO_QUANTITY = [
  /\p{L}[\p{L}-]*\d+\p{L}*/gu,
  /\d[\d/]*[/-]\p{Lu}[\p{L}\d/-]*/gu,
  /\d{1,2}[/-]\d{1,2}[/-]\d{4}/gu,
  /(?<!\d)(?:19|20)\d\d(?:\s?-\s?(?:19|20)?\d\d)?(?!\d)/gu,
  /\d{1,2} (?:tháng|năm)(?!\p{L})/giu,
  /(?:tháng|quý|số|khóa|khoản|điều|điểm|mục|chương|phần|lần thứ|nhiệm vụ|mục tiêu|nhóm|giai đoạn|phụ lục|biểu|vùng|loại|trung ương) \d{1,3}(?!\d)/giu,
]

/** What stands below: nothing, the next entry of the same list (or of a higher one), or content. */
export type Below = 'nothing' | 'sibling' | 'content'

/** Whether a paragraph with an outline marker opens a section (a title) or holds running text of its own. */
export const isHeading = (marker: Marker, paragraph: Paragraph, below: Below): boolean => {
  if (marker.rank >= 8.5) return false
  const upper = paragraph.lines.every(line => line.upper)
  if (upper) return marker.rank <= 5 || below !== 'nothing' || paragraph.text.length > SHORT
  const text = paragraph.text
    .slice(marker.length)
    .replace(/\([^()]*\)/g, ' ')
    .trim()
  if (marker.level === 'part' || marker.level === 'chapter') return text.length <= LONGEST_LEADING_HEADING
  if (below !== 'content' && marker.level !== 'roman' && marker.level !== 'capital') return false
  const leads = /:$/.test(text)
  if (text.length > (leads ? LONGEST_LEADING_HEADING : LONGEST_HEADING)) return false
  if (/;$/.test(text) || /[.!?;]\s\p{Lu}/u.test(text)) return false
  if (/[.…]$/.test(text) && text.length > SHORT) return false
  return !hasQuantity(text) && !saysMoreAfterColon(text)
}

const hasQuantity = (text: string): boolean =>
  /\d/.test(NO_QUANTITY.reduce((rest, pattern) => rest.replace(pattern, ' '), text))

/** `Đào tạo: tổ chức 10 lớp …`: the title of an item, then what it says. */
const saysMoreAfterColon = (text: string): boolean => {
  const rest = /:\s+(.+)$/u.exec(text)?.[1] ?? ''
  return rest.length > SHORT || /[.;]$/.test(rest) || /^\p{Ll}/u.test(rest)
}
