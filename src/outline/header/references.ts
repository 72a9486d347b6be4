import type { Reference } from '../../contract/index.ts'
import { fold } from '../../repair/fold.ts'
import { type MappedText, sourceSpan } from '../../repair/mapped-text.ts'
import { kinds, references } from '../document-rules.ts'
import { dateAfter } from './reference-date.ts'
import { issuerAfter } from './reference-issuer.ts'

/** Number, separator, symbol: `155/KH-UBND`, `71-CTr/TU`, `21/2015/TTLT -BKHDT- BNV`, `123 QĐ/UB`. */
const NUMBERED =
  /(?<![\p{L}\d.,/])(\d{1,5}[a-zđA-ZĐ]?(?:\s?\/\s?(?:19|20)\d\d)?)(?:\s?[/-]\s?|\s(?=\p{Lu}{2,5}\s?\/\s?\p{Lu}))(\p{L}[\p{L}\d&]*(?:[-/][\p{L}\d&]+|\.\p{Lu}{2,}|\s?[-/]\s?(?:TTg|\p{Lu}[\p{Lu}\d&]+)(?!\p{Ll}))*)/gu
/** A number without its symbol: `Nghị định 193/2013`, `Công văn số 214 ngày …`. */
const BARE = /(?<![\p{L}\d.,/])\d{1,5}[a-zđ]?(?:\s?\/\s?(?:19|20)\d\d)?(?![\p{L}\d%]|[.,/-]\d|\s?[/-]\s?\p{L})/gu
/** What a scan made of a number with its symbol: `09/201// I1-BNNPTNT`, `09/2017; I 1-BNNPTNT` for 09/2017/TT-BNNPTNT. */
const DAMAGED =
  /(?<![\p{L}\d.,/])\d{1,5}\s?\/[\p{L}\d/;:!|]{0,12}(?:\s[\p{L}\d/;:!|]{1,3}){0,2}\s?-\s?\p{Lu}{3,}(?:-\p{Lu}+)*/gu

const KIND_NAMES = [...references.kinds].sort((a, b) => b.name.length - a.name.length)
const KIND_BEFORE = new RegExp(
  `(?<![\\p{L}\\d])(?<kind>${KIND_NAMES.map(kind => fold(kind.name)).join('|')})(?<law>(?<=luat)(?: [\\p{L},]+){1,12}?)?\\s?(?<so>so(?: hieu)?\\s?[:.]?\\s?)?$`,
  'u',
)
const SO_BEFORE = /(?<![\p{L}\d])s[o0]\s?[:.]?\s?$/u
const NO_DOCUMENT = new RegExp(`(?<![\\p{L}])(?:${references.noDocument.map(fold).join('|')}) s[o0]\\s?[:.]?\\s?$`, 'u')
const LOOK_BACK = 90

const BARE_KINDS: ReadonlySet<string> = new Set(references.kinds.filter(kind => kind.bare).map(kind => fold(kind.name)))
const KIND_BY_KEY: ReadonlyMap<string, string> = new Map(references.kinds.map(({ name }) => [fold(name), name]))
const KNOWN_SYMBOLS: ReadonlySet<string> = new Set(
  [...kinds.flatMap(kind => kind.abbreviations), ...references.symbols].map(name => fold(name)),
)

interface Found {
  readonly start: number
  readonly end: number
  readonly kind: string | null
  readonly number: string
}

/**
 * Every other document that a text names by its number. Spans cover the words from the document's kind through its date
 * and are UTF-16 offsets into the text as read. Numbers keep their letters and lose stray blanks.
 */
export const findReferences = (mapped: MappedText): Reference[] => {
  const { text } = mapped
  if (!/\d/.test(text)) return []
  const folded = fold(text)
  const found = [...numbered(text, folded), ...damaged(text, folded), ...bare(text, folded)].sort(
    (a, b) => a.start - b.start,
  )
  let covered = 0
  let before: Found | undefined
  const result: Reference[] = []
  for (const one of found) {
    if (one.start < covered) continue
    const { date, length } = dateAfter(folded.slice(one.end, one.end + 60))
    const end = one.end + length
    const kind = one.kind ?? inheritedKind(text, before, one)
    const span = sourceSpan(mapped, one.start, end)
    result.push({
      start: span.start,
      end: span.end,
      kind,
      number: one.number,
      date,
      issuer: issuerAfter(text.slice(end)),
    })
    covered = end
    before = { ...one, kind }
  }
  return result
}

function* numbered(text: string, folded: string): Generator<Found> {
  for (const match of text.matchAll(NUMBERED)) {
    const symbol = match[2] ?? ''
    const before = folded.slice(Math.max(0, match.index - LOOK_BACK), match.index)
    const kind = KIND_BEFORE.exec(before)
    const so = SO_BEFORE.exec(before)
    if (NO_DOCUMENT.test(before)) continue
    const capitals = symbol.match(/\p{Lu}/gu)?.length ?? 0
    if (kind === null && !(so !== null && capitals >= 2) && !isKnownSymbol(symbol)) continue
    if (kind !== null && capitals === 0 && !/^\p{L}{1,6}[-/]\p{L}/u.test(symbol)) continue
    const offset = match.index - before.length
    const start = kind !== null ? offset + kind.index : so !== null ? offset + so.index : match.index
    const number = match[0].replace(/\s*([-/])\s*/gu, '$1')
    yield { start, end: match.index + match[0].length, kind: kindName(kind), number }
  }
}

/** Only where both the kind and the word for `number` stand before it. */
function* damaged(text: string, folded: string): Generator<Found> {
  for (const match of text.matchAll(DAMAGED)) {
    const before = folded.slice(Math.max(0, match.index - LOOK_BACK), match.index)
    const kind = KIND_BEFORE.exec(before)
    if (kind === null || kind.groups?.so === undefined || kind.groups.law !== undefined) continue
    const start = match.index - before.length + kind.index
    yield { start, end: match.index + match[0].length, kind: kindName(kind), number: match[0].replace(/\s/g, '') }
  }
}

function* bare(text: string, folded: string): Generator<Found> {
  for (const match of text.matchAll(BARE)) {
    const before = folded.slice(Math.max(0, match.index - LOOK_BACK), match.index)
    const kind = KIND_BEFORE.exec(before)
    if (kind === null || kind.groups?.law !== undefined) continue
    const end = match.index + match[0].length
    const ofYear = match[0].includes('/') && BARE_KINDS.has(kind.groups?.kind ?? '')
    const dated =
      kind.groups?.so !== undefined &&
      /ngay/.test(folded.slice(end, end + 8)) &&
      dateAfter(folded.slice(end)).date !== null
    if (!ofYear && !dated) continue
    const start = match.index - before.length + kind.index
    yield { start, end, kind: kindName(kind), number: match[0].replace(/\s/g, '') }
  }
}

const kindName = (match: RegExpExecArray | null): string | null => KIND_BY_KEY.get(match?.groups?.kind ?? '') ?? null

const isKnownSymbol = (symbol: string): boolean => {
  const [first = '', second] = fold(symbol).split(/\s?[-/.]\s?/)
  return /^qh\d{1,2}$/.test(first) || (second !== undefined && KNOWN_SYMBOLS.has(first))
}

/** `Chương trình hành động số 71-CTr/TU và số 02/CTr-ĐĐ`: the second is of the kind of the first. */
const inheritedKind = (text: string, before: Found | undefined, one: Found): string | null => {
  if (before === undefined || before.kind === null || one.start - before.end > LOOK_BACK * 2) return null
  const type = (number: string): string => /\p{Lu}[\p{L}]*/u.exec(number)?.[0] ?? ''
  const sentence = text.slice(before.end, one.start)
  return type(before.number) === type(one.number) && !/[.]\s/.test(sentence) ? before.kind : null
}
