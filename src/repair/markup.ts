import { isDigit, isLetter } from './character-class.ts'
import type { Characters } from './characters.ts'

const SPACE = 0x20
const TAB = 0x09
const STAR = 0x2a
const LESS = 0x3c
const BACKSLASH = 0x5c
const OPEN_PAREN = 0x28
const CLOSE_PAREN = 0x29
const LONGEST_TAG = 10

/**
 * Takes out what Markdown and HTML left around words: `**`, a `*` that opens or closes a stretch, `<i>`, a backslash before
 * a sign. A star with blanks on both sides is a bullet, one in brackets a footnote: both stay.
 */
export const removeMarkup = (chars: Characters): void => {
  let out = 0
  let i = 0
  while (i < chars.length) {
    const skip = markupLength(chars, i, out)
    if (skip === 0) chars.move(i++, out++)
    else i += skip
  }
  chars.length = out
}

const markupLength = (chars: Characters, i: number, out: number): number => {
  const code = chars.at(i)
  if (code === STAR) return starLength(chars, i, out > 0 ? (chars.codes[out - 1] ?? 0) : 0)
  if (code === LESS) return tagLength(chars, i)
  if (code === BACKSLASH && /[*_#.\-+()[\]<>|]/.test(String.fromCharCode(chars.at(i + 1)))) return 1
  return 0
}

const starLength = (chars: Characters, i: number, before: number): number => {
  let run = 1
  while (chars.at(i + run) === STAR) run++
  if (run > 1) return run
  const after = chars.at(i + 1)
  // a product: `3/1*100`, `(4)/(3)*100`
  if ((isDigit(before) || before === CLOSE_PAREN) && (isDigit(after) || after === OPEN_PAREN)) return 0
  const opens = isGap(before) && !isGap(after) && after !== CLOSE_PAREN
  const opensInside = before === OPEN_PAREN && (isLetter(after) || isDigit(after))
  const closes = !isGap(before) && before !== OPEN_PAREN && !isLetter(after)
  return opens || opensInside || closes ? 1 : 0
}

const isGap = (code: number): boolean => code === 0 || code === SPACE || code === TAB

const tagLength = (chars: Characters, i: number): number => {
  let text = ''
  for (let at = i; at < chars.length && at < i + LONGEST_TAG; at++) {
    text += String.fromCharCode(chars.at(at))
    if (text.endsWith('>')) break
  }
  return /^<\/?(?:i|b|u|em|strong|sup|sub|br|p|span) ?\/?>$/i.test(text) ? text.length : 0
}
