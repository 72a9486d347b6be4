import type { Span } from '../../contract/index.ts'
import type { FontStretch } from '../../read/source-document.ts'
import { EditedText } from '../edits.ts'
import { decode, type Encoding } from './encoding.ts'
import { encodingOfFont, encodings, misreadEncodings } from './encodings.ts'
import { type Judgement, judge } from './judge.ts'
import { type Piece, piecesOf } from './parts.ts'

/** A stretch of a text that stands in an old encoding. */
export interface EncodedPart extends Span {
  readonly encoding: Encoding
  /** Its font shows small letters as capitals. */
  readonly capital: boolean
}

export interface Detected {
  /** In the order of the text, apart. */
  readonly parts: readonly EncodedPart[]
  /** Marked words in Unicode outside of the parts. */
  readonly unicodeWords: number
  /** How the text looks as it stands. */
  readonly asItStands: Judgement
}

/** Fewer words that are none are names and slips. */
const LEAST_BAD = 2

/** A reading must be better by this much than the text as it stands, in words. */
const BETTER = 0.5
/** Where a font says what the text is, the text must speak this much louder against it. */
const AGAINST_FONT = 2

/** An encoding is at work where so many words come out well, in lines where so many do at least, and so few do not. */
const LEAST_WORDS = 3
const LEAST_WORDS_AMONG_UNICODE = 6
const LEAST_IN_A_PIECE = 2
const MOST_BAD_SHARE = 0.3

/** Signs of VIQR in plain ASCII: so many of them, and such a share of the words. */
const VIQR = /[aeo]\^|[ou][+*]|a\(|dd/gi
const LEAST_VIQR = 8
const LEAST_VIQR_SHARE = 0.05

/**
 * Finds what of a text stands in an encoding from before Unicode: by the font where it is known, else piece by piece (a line,
 * or a cell of it) by which reading gives words of Vietnamese. A piece alone proves nothing; the document must hold more of it.
 * Linear in the text.
 */
export const detect = (text: string, lines: readonly Span[], fonts: readonly FontStretch[] = []): Detected => {
  const whole = judge(text.normalize('NFC'))
  const mayBeViqr = holdsViqr(text, whole)
  const byFont = fonts.some(({ font }) => encodingOfFont(font) !== null)
  const nothing = { parts: [], unicodeWords: whole.good, asItStands: whole }
  if (whole.bad < LEAST_BAD && !mayBeViqr && !byFont) return nothing
  const candidates = [...encodings().filter(e => e.name !== 'viqr' || mayBeViqr), ...misreadIn(text)]
  const isUnicode = onlyUnicode(candidates)
  const pieces = piecesOf(text, lines, fonts).flatMap(piece => apart(text, piece, isUnicode))
  const found = supported(text, pieces, candidates, { whole, isUnicode })
  if (found.encodings.length === 0 && !byFont) return nothing
  return { ...assign(text, pieces, found, isUnicode), asItStands: whole }
}

/** Whether most of a text stands in encodings from before Unicode: it looks like garbage, and none is lost. */
export const isEncodedText = (text: string): boolean => {
  const { parts } = detect(text, linesOf(text))
  return parts.reduce((sum, { start, end }) => sum + end - start, 0) * 2 > text.length
}

const linesOf = (text: string): Span[] => {
  let start = 0
  return text.split('\n').map(line => {
    const span = { start, end: start + line.length }
    start = span.end + 1
    return span
  })
}

const holdsViqr = (text: string, { good, rare }: Judgement): boolean => {
  const signs = text.match(VIQR)?.length ?? 0
  if (signs < LEAST_VIQR || good + rare > signs / 4) return false
  return signs >= LEAST_VIQR_SHARE * (text.match(/\p{L}+/gu)?.length ?? 0)
}

export const readingOf = (text: string, { start, end }: Span, encoding: Encoding): string => {
  const stretch = text.slice(start, end)
  return new EditedText(stretch, decode(encoding, stretch, 0, stretch.length)).text
}

/** Letters that only Unicode has, unless another code page made them. */
const ONLY_UNICODE = /[\u0100-\u0151\u0154-\u015F\u0162-\u0177\u0179-\u017C\u0180-\u0191\u0193-\u024F\u1E00-\u1EFF]/g

/** Whether a stretch holds a letter that only Unicode has: it stands in none of these encodings. */
type IsUnicode = (stretch: string) => boolean

const onlyUnicode = (candidates: readonly Encoding[]): IsUnicode => {
  const made = new Set(candidates.flatMap(({ telling }) => [...(telling ?? [])]))
  return stretch => stretch.match(ONLY_UNICODE)?.some(letter => !made.has(letter)) ?? false
}

/** Signs of another code page that a text which it made holds at least. */
const LEAST_TELLING = 3

/** Letters of Unicode with two marks, which no code page shows. */
const TWO_MARKS = /[\u1EA0-\u1EF9]/g
const MOST_TWO_MARKS = 20

/** Encodings that another code page than windows-1252 may have shown, by the characters of the text. */
const misreadIn = (text: string): readonly Encoding[] => {
  const present = new Map<string, number>()
  for (const [sign] of text.matchAll(/[^\0-\u007F]/gu)) present.set(sign, (present.get(sign) ?? 0) + 1)
  const marked = text.match(TWO_MARKS)?.length ?? 0
  return misreadEncodings().filter(({ telling }) => {
    let count = 0
    for (const sign of telling ?? []) count += present.get(sign) ?? 0
    return count >= LEAST_TELLING && (marked <= MOST_TWO_MARKS || count > marked)
  })
}

/** A piece that holds letters of Unicode and words that are none in it, cut at the blanks between both. */
const apart = (text: string, piece: Piece, isUnicode: IsUnicode): Piece[] => {
  const stretch = text.slice(piece.start, piece.end)
  if (!isUnicode(stretch) || judge(stretch.normalize('NFC')).bad === 0) return [piece]
  const cut: Piece[] = []
  let before: boolean | null = null
  for (const { 0: word, index } of stretch.matchAll(/\S+/g)) {
    const start = piece.start + index
    const end = start + word.length
    const unicode = isUnicode(word)
    const last = cut.at(-1)
    if (last && before === unicode) cut[cut.length - 1] = { ...last, end }
    else cut.push({ ...piece, start, end })
    before = unicode
  }
  return cut
}

/** The encodings that a piece may stand in: where its font tells one, that, however its bytes were read. */
const triedOn = (
  text: string,
  { start, end, font }: Piece,
  encodings: readonly Encoding[],
  isUnicode: IsUnicode,
): readonly Encoding[] => {
  if (isUnicode(text.slice(start, end))) return []
  if (!font) return encodings
  return [font.encoding, ...encodings.filter(e => e !== font.encoding && e.name === font.encoding.name)]
}

interface Supported {
  /** The best supported first. */
  readonly encodings: readonly Encoding[]
  /** Most of the text stands in the first of them. */
  readonly dominant: boolean
}

interface Support {
  good: number
  bad: number
  mostInPiece: number
}

function supported(
  text: string,
  pieces: readonly Piece[],
  candidates: readonly Encoding[],
  { whole, isUnicode }: { readonly whole: Judgement; readonly isUnicode: IsUnicode },
): Supported {
  const support = new Map<Encoding, Support>(candidates.map(e => [e, { good: 0, bad: 0, mostInPiece: 0 }]))
  let goodAsItIs = whole.good
  for (const piece of pieces) {
    const asItIs = judge(text.slice(piece.start, piece.end).normalize('NFC'))
    const tried = triedOn(text, piece, candidates, isUnicode)
    if (asItIs.bad === 0 && !piece.font && tried.at(-1)?.name !== 'viqr') continue
    const best = bestOf(text, piece, tried)
    if (!best || best.judgement.score < asItIs.score + BETTER) continue
    const of = support.get(best.encoding)
    if (!of) continue
    of.good += best.judgement.good
    of.bad += best.judgement.bad
    of.mostInPiece = Math.max(of.mostInPiece, best.judgement.good)
    goodAsItIs -= asItIs.good
  }
  const least = goodAsItIs > LEAST_WORDS_AMONG_UNICODE * 2 ? LEAST_WORDS_AMONG_UNICODE : LEAST_WORDS
  const all = [...support]
    .filter(([, s]) => s.good >= least && s.mostInPiece >= LEAST_IN_A_PIECE && s.bad <= MOST_BAD_SHARE * s.good)
    .sort(([, a], [, b]) => b.good - a.good)
  return { encodings: all.map(([encoding]) => encoding), dominant: (all[0]?.[1].good ?? 0) > goodAsItIs }
}

interface Best {
  readonly encoding: Encoding
  readonly judgement: Judgement
}

function bestOf(text: string, piece: Span, tried: readonly Encoding[]): Best | null {
  let best: Best | null = null
  for (const encoding of tried) {
    const judgement = judge(readingOf(text, piece, encoding))
    if (!best || judgement.score > best.judgement.score) best = { encoding, judgement }
  }
  return best
}

function assign(
  text: string,
  pieces: readonly Piece[],
  found: Supported,
  isUnicode: IsUnicode,
): Pick<Detected, 'parts' | 'unicodeWords'> {
  const parts: EncodedPart[] = []
  let unicodeWords = 0
  for (const piece of pieces) {
    const asItIs = judge(text.slice(piece.start, piece.end).normalize('NFC'))
    const best = bestOf(text, piece, triedOn(text, piece, found.encodings, isUnicode))
    const capital = piece.font?.capital ?? false
    if (best && asItIs.score - best.judgement.score <= lead(piece, best.encoding, found))
      parts.push({ start: piece.start, end: piece.end, encoding: best.encoding, capital })
    else unicodeWords += asItIs.good
  }
  return { parts, unicodeWords }
}

/** By how much the text as it stands may look better and a piece still be read in an encoding; below 0: it must look worse. */
const lead = (piece: Piece, encoding: Encoding, found: Supported): number => {
  if (piece.font) return AGAINST_FONT
  return found.dominant && encoding === found.encodings[0] ? BETTER : -BETTER
}
