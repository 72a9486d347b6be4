import type { SourceLine } from '../../read/source-document.ts'
import type { TextEdit } from '../edits.ts'
import { type NumeralLabel, numeralLabel } from './numeral-labels.ts'
import { romanOf } from './roman.ts'

/** What it costs that a sequence begins anew, that it leaves numbers out, and that a label is no numeral after all. */
const ANEW = 0.7
const GAP = 1.4
const NONE = 0.6

/** A heading that counts in letters stands above those that count in numerals. */
const LETTERED = /^\s*[A-GĐ]\s?[.)]\s/

interface Placed {
  readonly label: NumeralLabel
  /** How many lettered headings stand before it. */
  readonly part: number
}

/** A way to read the labels up to one: the last of them, and the way before. */
interface Way {
  readonly cost: number
  /** 0 before the first. */
  readonly value: number
  readonly part: number
  readonly label: NumeralLabel | null
  readonly before: Way | null
}

/**
 * Puts the Roman numerals of headings right that a scan damaged (`HI.` and `H.`, or `II.` with a stroke lost): the labels are read
 * together, as the sequence of numbers that they are most like. One is changed only where sound neighbours ask for it. Labels are
 * no statistics; no other digit is touched. Linear in the number of lines.
 * @param lines those that were read from images, in order
 */
export function repairHeadingNumerals(text: string, lines: readonly SourceLine[]): TextEdit[] {
  const read = readTogether(placedLabels(text, lines))
  const sure = sureOf(read)
  return read.flatMap(({ label, value }, i) => {
    if (label === null || label.value === value || sure[i] !== true) return []
    const stop = /[^\p{L}\d|!]+$/u.exec(text.slice(label.start, label.end))?.[0] ?? ''
    return [{ start: label.start, end: label.end, text: romanOf(value) + stop.replace(/\s?[,;]/, '.') }]
  })
}

/** Which labels are as they were read, or next to one that is sure. */
function sureOf(read: readonly Way[]): boolean[] {
  const sure = read.map(({ label, value }) => label?.value === value)
  const follows = (i: number): boolean => read[i]?.value === (read[i - 1]?.value ?? 0) + 1
  for (let i = 1; i < read.length; i++) if (sure[i - 1] && follows(i)) sure[i] = true
  for (let i = read.length - 2; i >= 0; i--) if (sure[i + 1] && follows(i + 1)) sure[i] = true
  return sure
}

function placedLabels(text: string, lines: readonly SourceLine[]): Placed[] {
  const placed: Placed[] = []
  let part = 0
  for (const { start, end, role } of lines) {
    if (role !== 'body') continue
    const line = text.slice(start, end)
    if (LETTERED.test(line)) part++
    const label = numeralLabel(line, start)
    if (label !== null) placed.push({ label, part })
  }
  return placed
}

/** The labels that are numerals, with what they stand for together. */
function readTogether(placed: readonly Placed[]): Way[] {
  let ways: readonly Way[] = [{ cost: 0, value: 0, part: 0, label: null, before: null }]
  for (const { label, part } of placed) {
    const next = new Map<string, Way>()
    const keep = (way: Way) => {
      const key = `${way.value} ${way.part}`
      if ((next.get(key)?.cost ?? Number.POSITIVE_INFINITY) > way.cost) next.set(key, way)
    }
    for (const before of ways) {
      if (label.value === null) keep({ ...before, cost: before.cost + NONE })
      for (const { value, cost } of label.readings)
        keep({ cost: before.cost + cost + stepCost(before, value, part), value, part, label, before })
    }
    ways = likely([...next.values()])
  }
  const read: Way[] = []
  for (let way = ways[0] ?? null; way !== null && way.label !== null; way = way.before) read.push(way)
  return read.reverse()
}

const stepCost = (before: Way, value: number, part: number): number => {
  if (value === before.value + 1) return 0
  if (value === 1) return part > before.part ? 0 : ANEW
  return GAP
}

/** So many ways are followed. */
const FOLLOWED = 40

const likely = (ways: readonly Way[]): Way[] => [...ways].sort((one, other) => one.cost - other.cost).slice(0, FOLLOWED)
