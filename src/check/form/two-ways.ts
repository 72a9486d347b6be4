import type { Reference } from '../../contract/index.ts'
import { kinds } from '../../outline/document-rules.ts'
import { fold } from '../../repair/fold.ts'
import { editDistance } from './edit-distance.ts'
import { isCentral, type LegalNumber } from './legal-number.ts'

/** A reference with its number taken apart. */
export interface NamedDocument {
  readonly reference: Reference
  readonly number: LegalNumber
  /** Its type as it stands before the number, folded; null where it does not stand there. */
  readonly kind: string | null
}

/** In what two references to one document differ, and whether they surely are to one. */
export interface Difference {
  readonly in: 'symbol' | 'date' | 'kind'
  readonly certain: boolean
}

/** Types that are fixed by law: a plan may be called a programme, but a decree is no resolution. */
const LEGAL_KINDS: ReadonlySet<string> = new Set(
  ['Luật', 'Nghị quyết', 'Nghị định', 'Quyết định', 'Thông tư', 'Chỉ thị', 'Kết luận'].map(fold),
)
const TYPES: ReadonlySet<string> = new Set(kinds.flatMap(kind => kind.abbreviations).map(fold))

/**
 * How two references name one document in two ways; null where they agree, or may well be two documents. Many documents
 * share a number, so that symbol, date, type and issuer must speak for one.
 */
export const twoWays = (a: NamedDocument, b: NamedDocument): Difference | null => {
  if (a.number.count !== b.number.count) return null
  if (a.number.year !== null && b.number.year !== null && a.number.year !== b.number.year) return null
  if (a.number.symbol.length === 0 || b.number.symbol.length === 0) return null
  if (issuersClash(a, b)) return null
  if (symbolOf(a) !== symbolOf(b)) return differentSymbols(a, b)
  return datesAgree(a, b) ? differentKinds(a, b) : differentDates(a, b)
}

/** What a reference says of the part in which it differs from another. */
export const formOf = (named: NamedDocument, part: Difference['in']): string =>
  ({ symbol: symbolOf, date: dateOf, kind: ({ kind }: NamedDocument) => kind ?? '' })[part](named)

const symbolOf = ({ number }: NamedDocument): string => number.symbol.join('-')
const dateOf = ({ reference }: NamedDocument): string => reference.date ?? ''

const differentSymbols = (a: NamedDocument, b: NamedDocument): Difference | null => {
  if (!symbolsAreNear(a, b) || kindsClash(a, b) || !datesAgree(a, b)) return null
  const sameDay = dateOf(a).length === 10 && dateOf(a) === dateOf(b)
  if (!sameDay && !sameIssuer(a, b)) return null
  return { in: 'symbol', certain: sameDay && a.kind !== null && a.kind === b.kind }
}

/** `BKHĐT-HTX` and `BKHĐ-THTX`, `KL/TW` and `KL/TU`; not `KH-UBND` and `KL-UBND`, which are a plan and a conclusion. */
const symbolsAreNear = (a: NamedDocument, b: NamedDocument): boolean => {
  const [one, other] = [a.number.symbol, b.number.symbol]
  if (one.length !== other.length) return false
  if (one.join('') === other.join('')) return true
  const differing = one.flatMap((part, i) => (part === other[i] ? [] : [[part, other[i] ?? ''] as const]))
  const [first] = differing
  if (differing.length !== 1 || first === undefined) return false
  const [part, instead] = first
  if (TYPES.has(part) && TYPES.has(instead) && (a.kind === null || a.kind !== b.kind)) return false
  return editDistance(part, instead) <= (part.length >= 5 ? 2 : 1)
}

const differentDates = (a: NamedDocument, b: NamedDocument): Difference | null => {
  if (kindsClash(a, b)) return null
  const known = isCentral(a.number) || sameIssuer(a, b)
  const sameYear = (a.number.year !== null && b.number.year !== null) || dateOf(a).slice(0, 4) === dateOf(b).slice(0, 4)
  if (!(sameYear && known) && !datesAreNear(dateOf(a), dateOf(b))) return null
  return { in: 'date', certain: sameYear && isCentral(a.number) }
}

/** Two whole dates that differ in the day, the month or the year alone, or in the order of their digits: 17/4 and 14/7. */
const datesAreNear = (a: string, b: string): boolean => {
  if (a.length !== 10 || b.length !== 10) return false
  const other = b.split('-')
  const sorted = (date: string): string => Array.from(date).sort().join('')
  return a.split('-').filter((part, i) => part !== other[i]).length === 1 || sorted(a) === sorted(b)
}

/** A date that is not given, or only to the month, is at odds with no other of that month. */
const datesAgree = (a: NamedDocument, b: NamedDocument): boolean =>
  dateOf(a).startsWith(dateOf(b)) || dateOf(b).startsWith(dateOf(a))

const differentKinds = (a: NamedDocument, b: NamedDocument): Difference | null => {
  if (a.kind === null || b.kind === null || !kindsClash(a, b)) return null
  const sameDay = dateOf(a).length === 10 && dateOf(a) === dateOf(b)
  const certain = sameDay || (isCentral(a.number) && a.number.year !== null && b.number.year !== null)
  return certain || sameIssuer(a, b) ? { in: 'kind', certain } : null
}

const kindsClash = ({ kind: a }: NamedDocument, { kind: b }: NamedDocument): boolean =>
  a !== null && b !== null && a !== b && LEGAL_KINDS.has(a) && LEGAL_KINDS.has(b)

const issuerOf = ({ reference }: NamedDocument): string =>
  fold(reference.issuer ?? '')
    .replace(/uy ban nhan dan/gu, 'ubnd')
    .replace(/hoi dong nhan dan/gu, 'hdnd')
    .replace(/^ban thuong vu /u, '')

const sameIssuer = (a: NamedDocument, b: NamedDocument): boolean =>
  a.reference.issuer !== null && issuerOf(a) === issuerOf(b)

/** `UBND tỉnh` and `UBND huyện`; not `UBND tỉnh` and `UBND tỉnh Lai Châu`. */
const issuersClash = (a: NamedDocument, b: NamedDocument): boolean =>
  !issuerOf(a).startsWith(issuerOf(b)) && !issuerOf(b).startsWith(issuerOf(a))
