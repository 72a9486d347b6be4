import type { Span } from '../contract/index.ts'
import {
  BLANK,
  CLASS,
  LOOK_ALIKE,
  MARK,
  MARKUP,
  PLAIN,
  REMOVE,
  REPLACE,
  REPLACEMENT,
  SPACE,
  TONED,
} from './character-class.ts'
import { Characters } from './characters.ts'
import { compose } from './compose.ts'
import { latiniseWords } from './latin-words.ts'
import type { MappedText } from './mapped-text.ts'
import { removeMarkup } from './markup.ts'
import { placeTones, replacedPair } from './tone-placement.ts'

export interface RepairOptions {
  /** Tabs stay: they set the cells of a table row apart. Blanks beside them go. */
  readonly keepTabs?: boolean
}

const TAB = 0x09
const HASH = 0x23
/** One code unit becomes at most this many (`…`). */
const MOST_PER_UNIT = 3

/**
 * Joins stretches of the text as read with one blank between and repairs the characters: NFC, look-alikes, dashes, quotes,
 * white space, traces of markup, placement of tone marks. Words, digits and the separators in numbers stay as they are.
 * `spans` are UTF-16 offsets into `source`, in order and apart. Runs in linear time.
 */
export const repairSpans = (source: string, spans: readonly Span[], options: RepairOptions = {}): MappedText => {
  const keepTabs = options.keepTabs ?? false
  const trimmed = spans.map(span => trim(source, span, keepTabs)).filter(span => span.start < span.end)
  return trimmed.every(span => isClean(source, span)) ? copy(source, trimmed) : repair(source, trimmed, keepTabs)
}

const trim = (source: string, span: Span, keepTabs: boolean): Span => {
  let { start, end } = span
  const goes = (at: number): boolean => {
    const code = source.charCodeAt(at)
    return code === 0x20 || (CLASS[code] === BLANK && !(keepTabs && code === TAB))
  }
  while (start < end && goes(start)) start++
  while (end > start && goes(end - 1)) end--
  return { start, end }
}

const isClean = (source: string, { start, end }: Span): boolean => {
  let before: number = SPACE
  for (let i = start; i < end; i++) {
    const kind = CLASS[source.charCodeAt(i)] ?? PLAIN
    if (kind !== PLAIN) {
      if (kind === SPACE ? before === SPACE : kind !== TONED || hasMisplacedTone(source, i)) return false
    }
    before = kind
  }
  return true
}

const hasMisplacedTone = (source: string, i: number): boolean => changes(source, i - 1) || changes(source, i)

const changes = (source: string, i: number): boolean =>
  replacedPair(unit(source, i - 1), unit(source, i), unit(source, i + 1), unit(source, i + 2)) !== 0

const unit = (source: string, i: number): number => (i >= 0 && i < source.length ? source.charCodeAt(i) : 0)

const copy = (source: string, spans: readonly Span[]): MappedText => {
  const length = spans.reduce((sum, span) => sum + span.end - span.start + 1, 0)
  const starts = new Int32Array(Math.max(0, length - 1))
  const ends = new Int32Array(starts.length)
  const pieces: string[] = []
  let out = 0
  let before: Span | undefined
  for (const span of spans) {
    if (before !== undefined) {
      starts[out] = before.end
      ends[out++] = span.start
    }
    for (let i = span.start; i < span.end; i++) {
      starts[out] = i
      ends[out++] = i + 1
    }
    pieces.push(source.slice(span.start, span.end))
    before = span
  }
  return { text: pieces.join(' '), starts, ends }
}

const repair = (source: string, spans: readonly Span[], keepTabs: boolean): MappedText => {
  const units = spans.reduce((sum, span) => sum + span.end - span.start + 1, 0)
  const chars = new Characters(units * MOST_PER_UNIT)
  let before: Span | undefined
  let met = 0
  for (const span of spans) {
    if (before !== undefined) chars.push(0x20, before.end, span.start)
    met |= readSpan(source, span, chars, keepTabs)
    before = span
  }
  if (met & (1 << LOOK_ALIKE)) latiniseWords(chars)
  if (met & (1 << MARK)) compose(chars)
  if (met & (1 << MARKUP)) removeMarkup(chars)
  foldBlanks(chars)
  placeTones(chars)
  return chars.toMappedText()
}

/** Appends the characters of a span, one replaced by one; returns the classes met, as bits. */
const readSpan = (source: string, span: Span, chars: Characters, keepTabs: boolean): number => {
  let met = 0
  let i = span.start
  while (source.charCodeAt(i) === HASH) i++
  if (i > span.start && source.charCodeAt(i) !== 0x20) i = span.start
  for (; i < span.end; i++) {
    const code = source.charCodeAt(i)
    const kind = CLASS[code] ?? PLAIN
    met |= 1 << kind
    if (kind === REMOVE) continue
    if (kind === BLANK) chars.push(keepTabs && code === TAB ? TAB : 0x20, i, i + 1)
    else if (kind === REPLACE) for (const to of REPLACEMENT.get(code) ?? []) chars.push(to, i, i + 1)
    else chars.push(code, i, i + 1)
  }
  return met
}

/** Runs of blanks become one that stands for the whole run; blanks at the ends and beside tabs go. */
const foldBlanks = (chars: Characters): void => {
  let out = 0
  for (let i = 0; i < chars.length; i++) {
    const code = chars.at(i)
    const last = out > 0 ? (chars.codes[out - 1] ?? 0) : TAB
    if (code === 0x20 && last === TAB) continue
    if (code === 0x20 && last === 0x20) {
      chars.ends[out - 1] = chars.ends[i] ?? 0
      continue
    }
    if (code === TAB && last === 0x20) out--
    chars.move(i, out++)
  }
  if (out > 0 && chars.codes[out - 1] === 0x20) out--
  chars.length = out
}
