import { looksLike } from '../repair/natural.ts'
import type { Element } from './block.ts'
import { kindByName } from './document-rules.ts'
import {
  ADDRESSEE,
  AGENCY,
  AUTHORITY,
  ENACTING,
  MOTTO,
  NATION,
  NUMBER,
  PARTY,
  PLACE_DATE,
  PREAMBLE,
  SECRECY,
  SUBJECT,
} from './form-patterns.ts'
import type { Line } from './line.ts'

/** A head is at most this many lines long down to its type line. */
const LONGEST_HEAD = 60
const LONGEST_TYPE_LINE = 40
const RUNNING_TEXT = 150
const LONGEST_FORM_LINE = 90

/** What each line of the head is, from the first line of the document (or of an attached one) on; ends with the head. */
export const readHead = (lines: readonly Line[], from: number): Element[] => {
  const type = findType(lines, from)
  const elements: Element[] = []
  const take = (element: Element): void => {
    elements.push(element)
  }
  const position = (): number => from + elements.length
  const at = (): Line | undefined => lines[position()]
  if (type === null) {
    for (let line = at(); line !== undefined; line = at()) {
      const element = formElement(line) ?? (isAgency(line) && elements.length < 12 ? 'agency' : null)
      if (element === null || line.row) break
      take(element)
    }
    if (!elements.some(element => element !== 'agency')) return []
  } else {
    for (let i = from; i < type; i++) take(formElement(lines[i]) ?? (isAgency(lines[i]) ? 'agency' : 'other'))
    const alone = isTypeLine(lines[type])
    if (alone) take('type')
    for (let count = titleLines(lines, alone ? type + 1 : type); count > 0; count--) take('title')
  }
  readPreamble(lines, position, take)
  return elements
}

const findType = (lines: readonly Line[], from: number): number | null => {
  for (let i = from; i < Math.min(lines.length, from + LONGEST_HEAD); i++) {
    const line = lines[i]
    if (line === undefined || line.row) return null
    if (isTypeLine(line) || (line.upper && line.text.length > 20 && startsWithKind(line.folded))) return i
    const opensBody = line.marker !== null && line.marker.rank <= 6 && !isAgency(line)
    if (opensBody || line.text.length > RUNNING_TEXT || ADDRESSEE.test(line.folded)) return null
  }
  return null
}

/** Whether a line is the name of a document type alone: `KẾ HOẠCH`, `Thông tư`, `KÉ HOẠCII`. */
export const isTypeLine = (line: Line | undefined): boolean => line !== undefined && typeName(line) !== null

/** Type and title on one line: `BÁO CÁO TÌNH HÌNH PHÁT TRIỂN KINH TẾ TẬP THỂ`. */
export const startsWithKind = (folded: string): boolean => {
  for (const name of kindByName.keys()) if (folded.startsWith(`${name} `)) return true
  return false
}

/** The folded name of the document type that a line holds, damage by scanning allowed for; null when it holds none. */
export const typeName = (line: Pick<Line, 'folded' | 'upper' | 'stressed'>): string | null => {
  const text = line.folded.replace(/[^a-z ]/g, '').trim()
  if (text.length > LONGEST_TYPE_LINE) return null
  if (kindByName.has(text)) return text
  if (!line.upper || text.length < 6) return null
  for (const name of kindByName.keys()) if (name.length >= 6 && looksLike(text, name)) return name
  return null
}

const formElement = (line: Line | undefined): Element | null => {
  if (line === undefined) return null
  const { folded } = line
  if (folded.length > LONGEST_FORM_LINE) return null
  if (NATION.test(folded)) return 'nation'
  if (MOTTO.test(folded)) return 'motto'
  if (PARTY.test(folded)) return 'party'
  if (NUMBER.test(folded)) return 'number'
  if (PLACE_DATE.test(folded)) return 'place-date'
  if (SUBJECT.test(folded)) return 'subject'
  if (SECRECY.test(folded)) return 'secrecy'
  return null
}

const isAgency = (line: Line | undefined): boolean =>
  line !== undefined && line.text.length < 120 && line.marker === null && (line.upper || AGENCY.test(line.folded))

/** How many lines from `from` on are the title (trích yếu). */
const titleLines = (lines: readonly Line[], from: number): number => {
  const first = lines[from]
  if (first === undefined || !canBeTitle(first) || endsLikePreamble(lines, from)) return 0
  let count = 1
  for (let last = first, next = lines[from + 1]; next !== undefined; last = next, next = lines[from + ++count]) {
    if (!canBeTitle(next) || isAuthority(next) || (PREAMBLE.test(next.folded) && /^\p{Lu}/u.test(next.text))) break
    const together = next.gap === 0 && (last.upper === next.upper || !last.upper) && !/[.;:]$/.test(last.text)
    const bothUpper = last.upper && next.upper && next.gap <= 1
    if (opensParagraph(last, next)) break
    const unfinished = last.openBold && !next.openBold
    if (!together && !bothUpper && !unfinished) break
  }
  return count
}

/** The layout ends the title here, and running text follows. */
const opensParagraph = (last: Line, next: Line): boolean => {
  if (next.text.length > RUNNING_TEXT && last.wrapped !== true && !next.upper) return true
  return (
    last.wrapped === false &&
    /^\p{Lu}/u.test(next.text) &&
    !next.upper &&
    (next.wrapped === true || /[.;:]$/.test(next.text))
  )
}

const canBeTitle = (line: Line): boolean =>
  !line.row &&
  (line.marker === null || line.marker.rank > 8.5) &&
  !ADDRESSEE.test(line.folded) &&
  !ENACTING.test(line.folded) &&
  !/^can cu /.test(line.folded) &&
  !/^\(/.test(line.text)

/** The paragraph that begins at `from` is no title: it leads over to what follows, or is running text. */
const endsLikePreamble = (lines: readonly Line[], from: number): boolean => {
  let last = from
  while (lines[last + 1]?.gap === 0 && lines[last + 1]?.marker === null && last < from + 12) last++
  const end = lines[last]?.text ?? ''
  const start = lines[from]
  if (start === undefined || start.upper || start.stressed) return false
  return /[:;]$/.test(end) && (PREAMBLE.test(start.folded) || last === from)
}

const isAuthority = (line: Line): boolean => line.upper && AUTHORITY.test(line.folded)

/** From the title to the first line of the body: authority, addressees, grounds, `QUYẾT ĐỊNH:`. */
const readPreamble = (lines: readonly Line[], position: () => number, take: (element: Element) => void): void => {
  let addressed = false
  let decided = false
  for (let line = lines[position()]; line !== undefined; line = lines[position()]) {
    const text = line.folded
    const marker = line.marker
    if (line.row) return
    if (ADDRESSEE.test(text)) {
      take('addressee')
      addressed = true
    } else if (addressed && marker?.kind === 'dash' && line.text.length < 120) take('addressee')
    else if (marker !== null && !/^can cu /.test(text.slice(marker.length))) return
    else if (ENACTING.test(text) && (line.upper || /:$/.test(text))) take('enacting')
    else if (isAuthority(line) || (line.upper && line.gap === 0 && decided)) {
      take('authority')
      decided = true
    } else if (formElement(line) !== null) take(formElement(line) ?? 'other')
    else {
      const count = preambleLines(lines, position())
      if (count === 0) return
      for (let i = 0; i < count; i++) take('preamble')
      addressed = false
    }
  }
}

/** Quantities of the subject matter: a paragraph that states some belongs to the body, whatever its first words. */
const QUANTITY = /\d (?:%|htx|tht|hop tac xa|to hop tac|thanh vien|nguoi|trieu|ty |ti )/

/** How many lines the paragraph of grounds has that begins here; 0 when it is none. */
const preambleLines = (lines: readonly Line[], from: number): number => {
  const first = lines[from]
  if (first === undefined || first.upper) return 0
  let text = first.folded
  let count = 1
  for (let next = lines[from + 1]; next !== undefined; next = lines[from + ++count]) {
    const previous = lines[from + count - 1]
    const ended = /[.;:]$/.test(previous?.text ?? '') || previous?.wrapped === false
    if (next.marker !== null || next.row || next.upper) break
    if (previous?.wrapped !== true && (ended || PREAMBLE.test(next.folded)) && /^\p{Lu}/u.test(next.text)) break
    if (next.gap > 0 && ended) break
    text += ` ${next.folded}`
  }
  const grounds = PREAMBLE.test(first.folded)
  if (grounds && /^(?:can cu|xet|theo de nghi)/.test(first.folded) && !QUANTITY.test(text)) return count
  if (grounds && /[:;,]$/.test(text)) return count
  if (/nhu sau\s?[:.]?$/.test(text) && !QUANTITY.test(text)) return count
  return grounds && !QUANTITY.test(text) && /(?:ban hanh|xay dung|bao cao)/.test(text) && /\d\/*[/-]\p{L}/u.test(text)
    ? count
    : 0
}
