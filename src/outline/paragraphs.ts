import type { Span } from '../contract/index.ts'
import { lower } from '../repair/fold.ts'
import type { Element, Zone } from './block.ts'
import { format } from './document-rules.ts'
import type { Line } from './line.ts'

/** A line with its place in the form of the document. */
export interface PlacedLine extends Line {
  readonly zone: Zone
  readonly element: Element | null
}

/** Lines that make up one paragraph. */
export interface Paragraph {
  readonly lines: readonly [PlacedLine, ...PlacedLine[]]
  readonly text: string
}

const TERMINAL = /[.;:!?]["')\]]*$/
const LEADS_ON = /[:;]$/
/** A stretch this long without an end is no heading: its sentence goes on after the page break. */
const LONG_TEXT = 200
const SHORTEST_CUT_LINE = 30
/** Letters differ in width: a line of this share of the margin may be full. */
const FULL_SHARE = 0.85
const OPEN = new Set(format.open)
const OPEN_BEFORE_NAME = new Set(format.openBeforeName)
const OPEN_BEFORE_NUMBER = new Set(format.openBeforeNumber)

/** A paragraph while its lines are joined. */
interface Growing {
  readonly lines: [PlacedLine, ...PlacedLine[]]
  text: string
  /** The last characters of the text: looking at the whole of it for every line would take time in the square of its length. */
  tail: string
  /** A sentence ends inside the text, its marker aside. */
  sentences: boolean
  /** Capitals so far. */
  upper: boolean
  /** A `**` is still open. */
  openBold: boolean
}

/** Joins the lines that the margin or a page break cut. Every line stands in exactly one paragraph, in order. */
export const joinLines = (lines: readonly PlacedLine[]): Paragraph[] => {
  const margin = findMargin(lines)
  const paragraphs: Growing[] = []
  for (const line of lines) {
    const paragraph = paragraphs.at(-1)
    if (paragraph !== undefined && goesOn(paragraph, line, margin)) grow(paragraph, line)
    else paragraphs.push(begin(line))
  }
  return paragraphs
}

const TAIL = 4
const SENTENCE_END = /[.;:] \p{Lu}/u

const begin = (line: PlacedLine): Growing => {
  const content = line.text.slice(line.marker?.length ?? 0)
  const sentences = SENTENCE_END.test(content)
  return {
    lines: [line],
    text: line.text,
    tail: line.text.slice(-TAIL),
    sentences,
    upper: line.upper,
    openBold: line.openBold,
  }
}

const grow = (paragraph: Growing, line: PlacedLine): void => {
  // the marker is no sentence, though its line may hold nothing else
  const bare = paragraph.lines.length === 1 && paragraph.text.length <= (paragraph.lines[0].marker?.length ?? 0)
  paragraph.sentences ||= SENTENCE_END.test(`${bare ? '' : paragraph.tail.slice(-1)} ${line.text}`)
  paragraph.lines.push(line)
  paragraph.text += ` ${line.text}`
  paragraph.tail = `${paragraph.tail} ${line.text}`.slice(-TAIL)
  paragraph.upper &&= line.upper
  paragraph.openBold = paragraph.openBold !== line.openBold
}

/**
 * The width at which a text file was wrapped, in characters; null where each paragraph is one line. Told by the lines that
 * a line in small letters follows.
 */
const findMargin = (lines: readonly Line[]): number | null => {
  const widths: number[] = []
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]
    const next = lines[i + 1]
    if (line === undefined || next === undefined || line.row || next.row || next.gap > 0 || next.marker !== null)
      continue
    if (line.text.length >= 40 && line.text.length <= 160 && /^\p{Ll}/u.test(next.text)) widths.push(line.text.length)
  }
  if (widths.length < 4) return null
  widths.sort((a, b) => a - b)
  return widths[Math.floor(widths.length * 0.9)] ?? null
}

const goesOn = (paragraph: Growing, next: PlacedLine, margin: number | null): boolean => {
  const last = paragraph.lines.at(-1) ?? paragraph.lines[0]
  if (last.row || next.row || last.zone !== next.zone) return false
  if (next.zone !== 'body') return goesOnInForm(last, next)
  if (last.element === 'annex' || next.element === 'annex') return false
  if (last.wrapped !== null) return last.wrapped || (next.gap === 0 && isOneTitle(paragraph, next))
  if (next.marker !== null) return false
  if (last.upper || next.upper) return next.gap === 0 && isOneTitle(paragraph, next)
  if (next.gap === 0 && paragraph.openBold) return true
  return next.gap === 0 ? goesOnAtMargin(last, next, margin) : goesOnAfterBreak(paragraph, last, next)
}

const isOneTitle = (paragraph: Growing, next: PlacedLine): boolean =>
  paragraph.upper && next.upper && next.marker === null && !TERMINAL.test(paragraph.tail)

/** In the head and the foot every line stands for itself, but for titles, grounds and recipients that run over lines. */
const goesOnInForm = (last: PlacedLine, next: PlacedLine): boolean => {
  if (last.element !== next.element) return false
  switch (next.element) {
    case 'title':
      return true
    case 'preamble':
      if (last.wrapped !== null) return last.wrapped
      return (!TERMINAL.test(last.text) && !(next.gap > 0 && /,$/.test(last.text))) || /^\p{Ll}/u.test(next.text)
    case 'recipient':
      return next.marker === null && !/[;.]$/.test(last.text) && next.gap === 0
    case 'addressee':
      return next.marker === null && next.gap === 0
    default:
      return false
  }
}

const goesOnAtMargin = (last: Line, next: Line, margin: number | null): boolean => {
  if (/^[\p{Ll}%,;)]/u.test(next.text)) return !LEADS_ON.test(last.text)
  if (LEADS_ON.test(last.text)) return false
  if (margin === null) return last.text.length >= 40 && !TERMINAL.test(last.text) && isOpen(last, next)
  const firstWord = next.text.split(' ', 1)[0]?.length ?? 0
  const width = last.text.length + 1 + firstWord
  if (!TERMINAL.test(last.text)) return width > margin * FULL_SHARE || isOpen(last, next)
  return width > margin - 2 && next.indent <= last.indent
}

const goesOnAfterBreak = (paragraph: Growing, last: Line, next: Line): boolean => {
  const small = /^[\p{Ll}%,;)]/u.test(next.text)
  if (TERMINAL.test(last.text)) return small && /\.\.\.$/.test(last.text)
  if (small) return last.text.length >= SHORTEST_CUT_LINE
  const marker = paragraph.lines[0].marker
  const heading = marker !== null && marker.rank < 8.5 && !paragraph.sentences
  if (heading) return paragraph.text.length >= SHORTEST_CUT_LINE && endsIn(last, OPEN)
  if (isOpen(last, next) && paragraph.text.length >= SHORTEST_CUT_LINE) return true
  return paragraph.text.length >= (/^\d/.test(next.text) ? LONG_TEXT / 2 : LONG_TEXT)
}

/** The line ends with a word, or a comma, that wants a continuation like the next line. */
const isOpen = (last: Line, next: Line): boolean => {
  if (/,$/.test(last.text) || endsIn(last, OPEN)) return true
  if (/^\d/.test(next.text)) return endsIn(last, OPEN_BEFORE_NUMBER)
  return /^\p{Lu}/u.test(next.text) && endsIn(last, OPEN_BEFORE_NAME) && !/hop tac xa$/.test(last.folded)
}

const endsIn = (line: Line, words: ReadonlySet<string>): boolean =>
  words.has(lower(line.text.slice(line.text.lastIndexOf(' ') + 1)))

/** The stretches of the text as read that a paragraph is made of. */
export const spansOf = (lines: readonly Line[]): Span[] => lines.map(line => line.span)
