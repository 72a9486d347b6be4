import type { Figure } from './figure.ts'

/** How a printed number may have come from another: what was done to it on the way, and how often that happens beside others. */
export interface Edit {
  readonly value: number
  /** The number as it would have been printed. */
  readonly text: string
  readonly prior: number
  readonly kind: EditKind
}

export type EditKind = 'digit' | 'swap' | 'lost' | 'doubled' | 'separator' | 'slash'

const PRIOR: Record<EditKind, number> = { digit: 1, swap: 0.8, lost: 0.25, doubled: 0.25, separator: 0.3, slash: 0.5 }

/** A digit lost or added where it repeats its neighbour slips more easily. */
const REPEATED = 2
/** Where there is nothing, nothing is printed, mostly. */
const NOTHING = 0.1
/** Factors by which a separator or a unit slips. */
const SLIPS = [10, 100, 1000, 0.1, 0.01, 0.001]
/** Things that are counted have neither units nor decimals that could slip. */
const COUNTED: ReadonlySet<string> = new Set(['organisation', 'person', 'class', 'project', 'product'])
/** The slips of whole units, tỷ for triệu. */
const UNIT_SLIP = 1000

/**
 * All numbers that one slip turns into the printed one: a digit replaced, swapped with the next, lost or added, a separator
 * moved or lost, a stroke lost (`2541` for `25/41`).
 */
export const editsOf = (figure: Figure): readonly Edit[] => {
  const known = EDITS.get(figure)
  if (known !== undefined) return known
  const edits = slipsOf(figure)
  EDITS.set(figure, edits)
  return edits
}

const EDITS = new WeakMap<Figure, readonly Edit[]>()

const slipsOf = ({ number, value, observation: { unit } }: Figure): Edit[] => {
  if (number === null) return []
  const { text, scale, decimals } = number
  const digits = text.replace(/\D/g, '')
  const edits = new Map<number, Edit>()
  const add = (kind: EditKind, changed: string, places = decimals, weight = 1) => {
    // a number does not begin with more noughts than it did, but for `03`
    const padded = kind === 'digit' && /^0[1-9]$/.test(changed) && (COUNTED.has(unit) || unit === 'other')
    const isNought = changed.startsWith('0') && !digits.startsWith('0') && changed.length > places + 1
    if (changed.length === 0 || changed === digits || (isNought && !padded)) return
    const plain = Number(changed) / 10 ** places
    const prior = PRIOR[kind] * weight * (plain === 0 ? NOTHING : 1)
    const edited = plain * scale
    if (edited === value || (edits.get(edited)?.prior ?? 0) >= prior) return
    edits.set(
      edited,
      editOf(edited, prior, kind, () => (padded ? changed : printedLike(plain, text, places))),
    )
  }
  // the nought of `04` is no digit that slips
  const first = /^0\d/.test(digits) && decimals === 0 ? 1 : 0
  for (let i = first; i < digits.length; i++) {
    for (let d = 0; d <= 9; d++) add('digit', `${digits.slice(0, i)}${d}${digits.slice(i + 1)}`)
    const here = digits[i]
    const next = digits[i + 1]
    if (next !== undefined && next !== here) add('swap', `${digits.slice(0, i)}${next}${here}${digits.slice(i + 2)}`)
    add('doubled', `${digits.slice(0, i)}${digits.slice(i + 1)}`, decimals, here === digits[i - 1] ? REPEATED : 1)
  }
  for (let i = first; i <= digits.length; i++) {
    for (let d = 0; d <= 9; d++)
      add('lost', `${digits.slice(0, i)}${d}${digits.slice(i)}`, decimals, String(d) === digits[i - 1] ? REPEATED : 1)
  }
  const plain = Number(digits) / 10 ** decimals
  for (const by of COUNTED.has(unit) ? [] : SLIPS) {
    const slipped = Number((plain * by).toPrecision(12))
    const isUnit = by === UNIT_SLIP || by === 1 / UNIT_SLIP
    if (!Number.isInteger(slipped) && !isUnit && decimals === 0) continue
    const places = Math.max(0, decimals - Math.round(Math.log10(by)))
    const edited = slipped * scale
    if (edited === value || edits.has(edited)) continue
    const prior = PRIOR.separator * (isUnit ? REPEATED : 1)
    edits.set(
      edited,
      editOf(edited, prior, 'separator', () => printedLike(slipped, '1.000', Math.min(places, 9))),
    )
  }
  if (/^\d{3,}$/.test(text))
    for (let i = 1; i < text.length; i++) {
      const [done, planned] = [text.slice(0, i), text.slice(i)]
      if (planned.startsWith('0')) continue
      const slash: Edit = { value: Number(done) * scale, text: `${done}/${planned}`, prior: PRIOR.slash, kind: 'slash' }
      const known = edits.get(slash.value)
      if (known === undefined || known.prior <= slash.prior) edits.set(slash.value, slash)
    }
  return [...edits.values()]
}

/** An edit whose text is written when it is asked for, since few ever are. */
const editOf = (value: number, prior: number, kind: EditKind, write: () => string): Edit => ({
  value,
  prior,
  kind,
  get text() {
    return write()
  },
})

/** Small numbers are one slip apart by nature. */
const FEW = 10

/** Whether one of two printed numbers is the other with one digit replaced, swapped, lost or added. */
export const isOneSlipApart = (a: Figure, b: Figure): boolean =>
  a.number !== null &&
  b.number !== null &&
  Math.abs(a.value) >= FEW &&
  Math.abs(b.value) >= FEW &&
  editsOf(a).some(e => e.value === b.value && e.kind !== 'separator')

/** A number in the writing of another: with its separators of thousands or without, with as many decimals, with its nought. */
const printedLike = (value: number, text: string, decimals: number): string => {
  const grouped = /[.,]\d{3}(?:\D|$)/.test(text) || !/\d{4}/.test(text)
  const plain = formatOf(decimals, grouped).format(value)
  return /^0\d/.test(text) && plain.length < text.length ? plain.padStart(text.length, '0') : plain
}

const FORMATS = new Map<string, Intl.NumberFormat>()

/** A formatter is costly to make. */
const formatOf = (decimals: number, useGrouping: boolean): Intl.NumberFormat => {
  const key = `${decimals} ${useGrouping}`
  const known = FORMATS.get(key)
  if (known !== undefined) return known
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const format = new Intl.NumberFormat('vi-VN', { ...digits, useGrouping })
  FORMATS.set(key, format)
  return format
}
