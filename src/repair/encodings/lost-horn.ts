import type { TextEdit } from '../edits.ts'
import { frequencyOf, isInUse, pairFrequency } from '../syllables/frequency.ts'
import { restoreWords, withLetter } from '../syllables/restore.ts'
import type { EncodedPart } from './detect.ts'

/** In Vietnamese every twentieth to thirtieth word holds an ư without a tone; a text with fewer than this has lost them. */
const LEAST_SHARE = 0.012

/** How much better a word must fit with the letter than as it stands. */
const MARGIN = 1

const WORDS = /[\p{L}\p{M}]+/gu

const remembered = new Map<string, readonly string[]>()
const MOST_REMEMBERED = 20_000

/** The words that a word may be which has lost an ư. */
export const withHorn = (word: string): readonly string[] => {
  const known = remembered.get(word)
  if (known) return known
  const readings = withLetter(word, ['ư']).filter(reading => frequencyOf(reading) > 0)
  if (remembered.size > MOST_REMEMBERED) remembered.clear()
  remembered.set(word, readings)
  return readings
}

/**
 * Gives the letter ư back to text that was decoded from TCVN3: its code is the soft hyphen of Unicode, which programs leave
 * out or write as another dash or a blank. Nothing is done where the text still has its ư.
 * @param text decoded
 * @param parts in it that were decoded from an encoding whose ư gets lost
 */
export const restoreHorns = (text: string, parts: readonly EncodedPart[]): TextEdit[] => {
  const affected = parts.filter(part => part.encoding.horn.size > 0)
  let words = 0
  let horns = 0
  for (const { start, end } of affected) {
    const stretch = text.slice(start, end)
    words += stretch.match(WORDS)?.length ?? 0
    horns += stretch.match(/ư/gi)?.length ?? 0
  }
  if (words === 0 || horns > words * LEAST_SHARE) return []
  const joined = affected.flatMap(part => [...broken(text, part), ...dashes(text, part), ...blanks(text, part)])
  const apart = affected.flatMap(part => restoreWords(text, part, { readingsOf: withHorn, margin: MARGIN }))
  return [...joined, ...apart].some(edit => showsLoss(text, edit)) ? withoutOverlaps([...joined, ...apart]) : []
}

/** Whether what was changed is no word that people write. */
const showsLoss = (text: string, { start, end }: TextEdit): boolean => frequencyOf(text.slice(start, end)) < 1

/** Of edits that touch, the first stays. */
const withoutOverlaps = (edits: readonly TextEdit[]): TextEdit[] => {
  const kept: TextEdit[] = []
  const order = new Map(edits.map((edit, i) => [edit, i]))
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = kept.at(-1)
    if (!last || last.end < edit.start) kept.push(edit)
    else if ((order.get(edit) ?? 0) < (order.get(last) ?? 0)) kept[kept.length - 1] = edit
  }
  return kept
}

const BEFORE = /[\p{L}\p{M}]*$/u
const BEHIND = /^[\p{L}\p{M}]*/u

/** Dashes that stand for the letter within or at a word: `h−íng`, `®Çu t−`, `−u tiªn`. */
const dashes = (text: string, { start, end, encoding }: EncodedPart): TextEdit[] => {
  const edits: TextEdit[] = []
  for (let at = start; at < end; at++) {
    const dash = text.charAt(at)
    if (!encoding.horn.has(dash)) continue
    const left = BEFORE.exec(text.slice(Math.max(start, at - 8), at))?.[0] ?? ''
    const right = BEHIND.exec(text.slice(at + 1, Math.min(end, at + 9)))?.[0] ?? ''
    const letter = /^\p{Lu}*$/u.test(left + right) && (left + right).length > 1 ? 'Ư' : 'ư'
    if (left + right === '' || !stands(dash, left, right, letter, text.slice(at + 1 + right.length, end))) continue
    edits.push({ start: at, end: at + 1, text: letter })
  }
  return edits
}

/** The minus sign is hardly ever anything else within words; a hyphen is where both sides are words themselves. */
const stands = (dash: string, left: string, right: string, letter: string, rest: string): boolean => {
  const word = left + letter + right
  if (!isInUse(word)) return dash === '\u2212' && frequencyOf(word) > 0 && left !== ''
  if (dash === '\u2212' && left !== '') return true
  if (left !== '') return frequencyOf(left) === 0 && (right === '' || frequencyOf(right) === 0 || !isInUse(left))
  const next = /^ ([\p{L}\p{M}]+)/u.exec(rest)?.[1]
  return frequencyOf(right) === 0 || (next !== undefined && pairFrequency(word, next) > 0)
}

/** A word that ends its line in a dash, and the rest of it, with the signs behind, on the next line or after a blank. */
const BROKEN =
  /([bcdđghklmnpqrstvx]{1,3})([-\u2010\u2011\u2013\u2212])([ \n]+)([aeiouyăâêôơ\p{M}à-ỹ][\p{L}\p{M}]*)([,.;:)]*)(?!\S)/giu

/** What a program that takes the letter for a soft hyphen makes of it at the end of a line: `®-` and `îc` on the next. */
const broken = (text: string, { start, end }: EncodedPart): TextEdit[] => {
  const edits: TextEdit[] = []
  for (const { 0: all, 1: left = '', 3: gap = '', 4: right = '', 5: signs = '', index } of text
    .slice(start, end + CARRIED)
    .matchAll(BROKEN)) {
    const dash = start + index + left.length
    if (dash >= end || isInUse(right) || !isInUse(`${left}ư${right}`) || /\n.*\n/s.test(gap)) continue
    const rest = dash + 1 + gap.length
    if (gap.includes('\n')) {
      edits.push({ start: dash, end: dash + 1, text: `ư${right}${signs}` })
      edits.push({ start: rest, end: start + index + all.length, text: '' })
    } else edits.push({ start: dash, end: rest, text: 'ư' })
  }
  return edits
}

/** The rest of a word on the next line is no further away. */
const CARRIED = 12

/** Words that a blank cuts where the letter stood: `® îc`. */
const CUT = /(?<![\p{L}\p{M}])([bcdđghklmnpqrstvx]{1,3}) ([aeiouyăâêôơ\p{M}à-ỹ][\p{L}\p{M}]*)/giu

const blanks = (text: string, { start, end }: EncodedPart): TextEdit[] => {
  const edits: TextEdit[] = []
  for (const { 0: cut, 1: left = '', 2: right = '', index } of text.slice(start, end).matchAll(CUT)) {
    const word = `${left}ư${right}`
    if (!isInUse(word) || (isInUse(right) && !isHeld(text.slice(start, end), index, index + cut.length, word))) continue
    edits.push({ start: start + index, end: start + index + cut.length, text: word })
  }
  return edits
}

/** Whether the words before or behind are known to stand beside one. */
const isHeld = (text: string, start: number, end: number, word: string): boolean => {
  const before = /([\p{L}\p{M}]+) $/u.exec(text.slice(Math.max(0, start - 10), start))?.[1]
  const after = /^ ([\p{L}\p{M}]+)/u.exec(text.slice(end, end + 10))?.[1]
  return (
    (before !== undefined && pairFrequency(before, word) > 0) || (after !== undefined && pairFrequency(word, after) > 0)
  )
}
