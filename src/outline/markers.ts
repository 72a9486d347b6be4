import type { OutlineLevel } from '../contract/index.ts'
import { fold } from '../repair/fold.ts'

/** The outline marker at the beginning of a paragraph. */
export interface Marker {
  readonly level: OutlineLevel
  /** Finer than the level: what counts in one sequence (`a)`, `a.` and `(a)` do not). */
  readonly kind: string
  /** As written, without blanks at its ends. */
  readonly label: string
  /** UTF-16 length in the repaired text, blanks after the marker included. */
  readonly length: number
  /** Place in the order of its kind: higher ranks stand below lower ones. */
  readonly rank: number
  /** The number of a counted marker, from 1 (`a` is 1, `đ` 5); null for dashes and the like. */
  readonly ordinal: number | null
}

interface Pattern {
  readonly level: OutlineLevel
  readonly kind: string
  readonly rank: number
  readonly pattern: RegExp
  /** Tried on the text without marks. */
  readonly folded?: true
  readonly ordinal?: (label: string) => number | null
}

const ROMAN = /^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$/
const ALPHABET = 'abcdđeghiklmnopqrstuvxy'

const romanValue = (label: string): number | null => {
  const roman = /[IVXLivxl]+/.exec(label.replace(/^[^IVXLivxl]*\s/, ''))?.[0].toUpperCase() ?? ''
  if (!ROMAN.test(roman)) return null
  const value = (digit: string | undefined): number => (digit === 'X' ? 10 : digit === 'V' ? 5 : digit === 'I' ? 1 : 0)
  return Array.from(roman).reduce((sum, digit, i) => {
    return sum + (value(digit) < value(roman[i + 1]) ? -value(digit) : value(digit))
  }, 0)
}
const lastNumber = (label: string): number | null => {
  const digits = label.match(/\d+/g)?.at(-1)
  return digits === undefined ? null : Number(digits)
}
const letterValue = (label: string): number | null => {
  const at = ALPHABET.indexOf(/\p{L}/u.exec(label)?.[0].toLowerCase() ?? '?')
  return at < 0 ? null : at + 1
}

const COUNT = '(?:[ivxl]{1,6}|\\d{1,3}[a-z]?)'
const ORDINALS = '(?:nhat|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi|[ivx]{1,4}|\\d{1,2})'
const STOP = '(?:\\s?[.:)-]+|(?= )|$)'

/** Tried in this order. Where a word follows without a stop (`15 lớp`, `1.840 tổ hợp tác`), there is no marker. */
const PATTERNS: readonly Pattern[] = [
  {
    level: 'part',
    kind: 'part',
    rank: 1,
    folded: true,
    pattern: new RegExp(`^phan (?:thu ${ORDINALS}|[ivxl]{1,5}|\\d{1,2}|[a-h](?=\\s?[.:)-]))${STOP}\\s*`, 'u'),
    ordinal: romanValue,
  },
  {
    level: 'chapter',
    kind: 'chapter',
    rank: 2,
    folded: true,
    pattern: new RegExp(`^chuong ${COUNT}${STOP}\\s*`, 'u'),
    ordinal: romanValue,
  },
  {
    level: 'chapter',
    kind: 'section',
    rank: 2.5,
    folded: true,
    pattern: new RegExp(`^muc ${COUNT}${STOP}\\s*`, 'u'),
    ordinal: lastNumber,
  },
  {
    level: 'article',
    kind: 'article',
    rank: 3,
    folded: true,
    pattern: /^dieu \d{1,3}[a-z]?(?:\s?[.:]|$)\s*/u,
    ordinal: lastNumber,
  },
  {
    level: 'roman',
    kind: 'roman',
    rank: 5,
    // `V/v` opens the subject of a letter
    pattern: /^(?!V\s?\/\s?[vV](?!\p{L}))[IVX]{1,6}\s?(?:[.)/:]|-(?= |\p{Lu}))\s*(?=[^\s\d])/u,
    ordinal: romanValue,
  },
  {
    level: 'roman',
    kind: 'roman',
    rank: 5,
    pattern: /^[IVX]{1,5} (?=\p{Lu}{2,})(?=[^\p{Ll}]{6,}$)/u,
    ordinal: romanValue,
  },
  {
    level: 'roman',
    kind: 'roman',
    rank: 5,
    pattern: /^(?:l{1,3}|IL|HI|Il|lI|lV|Vl)\s?\.\s*(?=\p{Lu}{2,})(?=[^\p{Ll}]{6,}$)/u,
  },
  {
    level: 'capital',
    kind: 'capital',
    rank: 4,
    pattern: /^[A-HĐK-N]\s?(?:[.)/:](?= |\p{Lu})|-(?= )| -(?= ))\s*(?=[^\s\d])/u,
    ordinal: letterValue,
  },
  {
    level: 'decimal',
    kind: 'decimal',
    rank: 6,
    pattern: /^\d{1,2}(?:\.\d{1,2}){1,4}(?:\s?[.)/:]\s+|\s?[.)/:]?\s*(?=[\p{Lu}"(]))(?=[^\s\d])/u,
    ordinal: lastNumber,
  },
  {
    level: 'arabic',
    kind: 'arabic',
    rank: 6,
    pattern: /^\d{1,2}\s?(?:[.)/:](?: +|(?=[\p{Lu}"(]))|- ?(?=\p{Lu}))(?=[^\s\d])/u,
    ordinal: lastNumber,
  },
  { level: 'arabic', kind: 'arabic', rank: 6, pattern: /^[l|]\s?\.\s+(?=\p{Lu}\p{Ll})/u, ordinal: () => 1 },
  {
    level: 'letter',
    kind: 'letter',
    rank: 8,
    pattern: /^[a-zđ]\s?(?:\)\s*|[./]\s+(?=\p{Lu}))(?=\S)/u,
    ordinal: letterValue,
  },
  {
    level: 'letter',
    kind: 'letter-number',
    rank: 8.2,
    pattern: /^[a-zđ]\.?\d{1,2}\s?(?:[.)]\s+|(?= \p{Lu}))(?=\S)/u,
    ordinal: lastNumber,
  },
  { level: 'letter', kind: 'bracket', rank: 8.4, pattern: /^\((?:\d{1,2}|[a-zđ]|[ivx]{2,4})\)\s?[:.]?\s+(?=\S)/u },
  { level: 'plus', kind: 'plus', rank: 10, pattern: /^(?:-\s?)?\+\s*(?=\S)/u },
  { level: 'dash', kind: 'star', rank: 8.6, pattern: /^(?:-\s?)?\*\s*(?=[^\s)])/u },
  { level: 'dash', kind: 'bullet', rank: 9.5, pattern: /^(?:-\s?)?[•·§]\s*(?=\S)/u },
  { level: 'dash', kind: 'dash', rank: 9, pattern: /^-+\s*(?=[^\s>])/u },
  { level: 'plus', kind: 'plus', rank: 10, pattern: /^o +(?=\p{Lu}\p{Ll})/u },
]

/** Levels whose first word is an ordinary word too: what follows must be a title, not the rest of a sentence. */
const WORDY: ReadonlySet<string> = new Set(['part', 'chapter', 'section', 'article'])

/** Reads the outline marker that a repaired text begins with; null when there is none. */
export const readMarker = (text: string): Marker | null => {
  const folded = fold(text.slice(0, 40))
  for (const { level, kind, rank, pattern, folded: onFolded, ordinal } of PATTERNS) {
    const match = pattern.exec(onFolded ? folded : text)
    if (match === null) continue
    const length = match[0].length
    if (WORDY.has(kind) && (!/^\p{Lu}/u.test(text) || /^[\p{Ll},;]/u.test(text.slice(length)))) continue
    const label = text.slice(0, length).trim()
    if (level === 'roman' && ordinal !== undefined && ordinal(label) === null) continue
    const depth = kind === 'decimal' ? (label.match(/\d+/g)?.length ?? 1) - 1 : 0
    return { level, kind, label, length, rank: rank + depth / 10, ordinal: ordinal?.(label) ?? null }
  }
  return null
}
