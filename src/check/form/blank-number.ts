import type { Span } from '../../contract/index.ts'
import { fold } from '../../repair/fold.ts'
import { sourceSpan } from '../../repair/mapped-text.ts'
import type { Finding } from '../finding.ts'
import type { FormDocument } from './form-document.ts'
import { type Passage, passagesOf } from './passages.ts'
import { written } from './written.ts'

/** `Số:   /KH-UBND`: the mark of the number, then its symbol. */
const NUMBER =
  /(?<![\p{L}\d])s[o0] ?[:.]?[ .…_]*[/-] ?(?<symbol>(?:(?:19|20)\d\d ?\/ ?)?[\p{L}\d&]+(?: ?[-/.] ?[\p{L}\d&]+)*)/gu

/** `Tam Đường, ngày    tháng 9 năm 2023`: a place, then a date without day or month. */
const PLACE = /(?<![\p{L}\d/-])\p{Lu}[\p{L} .'-]{1,38}, ?$/u
const LONGEST_PLACE = 44
const DATE = /ngay(?:[ .…_]*thang[ .…_]*(?:\d{1,2} ?)?nam| ?\d{1,2} ?thang[ .…_]*nam)(?: ?\d{4})?/gu

type Checked = Pick<FormDocument, 'text'> & { readonly document: Omit<FormDocument['document'], 'references'> }

/** The document's own number or date of issue that was left blank, as in drafts. */
export const blankNumber = ({ text, document: { number, symbol, issued } }: Checked): Finding[] => {
  const seeksNumber = number === null && symbol !== null
  const seeksDate = symbol !== null && (issued === null || issued.length < 10)
  if (!seeksNumber && !seeksDate) return []
  let numberAt: Span | null = null
  let dateAt: Span | null = null
  for (const passage of passagesOf(text)) {
    if (seeksNumber) numberAt ??= blankNumberIn(passage, symbol)
    if (seeksDate) dateAt ??= blankDateIn(passage)
    if ((numberAt !== null || !seeksNumber) && (dateAt !== null || !seeksDate)) break
  }
  const blanks = [numberAt, dateAt].filter(span => span !== null).map(span => written(text, span))
  const [first, second] = blanks
  if (first === undefined) return []
  return [
    {
      check: 'blank-number',
      severity: 'note',
      expression: ['“', first, ...(second === undefined ? [] : ['”, “', second]), '”'],
      places: [],
      words: { blank: blanks.map(({ text }) => text).join(', ') },
    },
  ]
}

const blankNumberIn = ({ mapped, folded }: Passage, symbol: string): Span | null => {
  const letters = (written: string): string =>
    fold(written)
      .replace(/^(?:19|20)\d\d\//u, '')
      .replace(/ /g, '')
  const match = [...folded.matchAll(NUMBER)].find(m => letters(m.groups?.symbol ?? '').startsWith(letters(symbol)))
  return match === undefined ? null : sourceSpan(mapped, match.index, match.index + match[0].length)
}

const blankDateIn = ({ mapped, folded }: Passage): Span | null => {
  for (const match of folded.matchAll(DATE)) {
    if (!PLACE.test(mapped.text.slice(Math.max(0, match.index - LONGEST_PLACE), match.index))) continue
    return sourceSpan(mapped, match.index, match.index + match[0].length)
  }
  return null
}
