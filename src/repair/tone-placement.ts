import { CLASS, isLetter, TONED } from './character-class.ts'
import { characterRules } from './character-rules.ts'
import type { Characters } from './characters.ts'

const key = (first: number, second: number): number => first * 0x10000 + second

/** Two code units → the two that replace them. */
const openSyllable = new Map<number, number>()
const closedSyllable = new Map<number, number>()

for (const [second, first] of Object.entries(characterRules.tonePlacement)) {
  for (const change of [(s: string) => s, capitalised, (s: string) => s.toUpperCase()]) {
    const on2nd = change(second)
    const on1st = change(first)
    openSyllable.set(key(on2nd.charCodeAt(0), on2nd.charCodeAt(1)), key(on1st.charCodeAt(0), on1st.charCodeAt(1)))
    closedSyllable.set(key(on1st.charCodeAt(0), on1st.charCodeAt(1)), key(on2nd.charCodeAt(0), on2nd.charCodeAt(1)))
  }
}

function capitalised(pair: string): string {
  return pair.charAt(0).toUpperCase() + pair.slice(1)
}

/**
 * The vowel pair that should stand in place of `first`, `second` between the neighbours `before` and `after`, as one number
 * (first × 65536 + second); 0 when the pair is right as it is.
 */
export const replacedPair = (before: number, first: number, second: number, after: number): number => {
  const afterQ = before === 0x71 || before === 0x51
  const pair = key(first, second)
  const toFirst = openSyllable.get(pair)
  if (toFirst !== undefined) return afterQ || isLetter(after) ? 0 : toFirst
  const toSecond = closedSyllable.get(pair)
  if (toSecond === undefined) return 0
  return afterQ || (isLetter(after) && isUpper(after) === isUpper(second)) ? toSecond : 0
}

const isUpper = (code: number): boolean => {
  const char = String.fromCharCode(code)
  return char !== char.toLowerCase()
}

/** Puts every tone mark on its canonical vowel; both letters of a changed pair stand for the whole pair as read. */
export const placeTones = (chars: Characters): void => {
  for (let i = 0; i + 1 < chars.length; i++) {
    if (CLASS[chars.codes[i] ?? 0] !== TONED && CLASS[chars.codes[i + 1] ?? 0] !== TONED) continue
    const pair = replacedPair(chars.at(i - 1), chars.at(i), chars.at(i + 1), chars.at(i + 2))
    if (pair === 0) continue
    const start = chars.starts[i] ?? 0
    const end = chars.ends[i + 1] ?? 0
    chars.codes[i] = Math.floor(pair / 0x10000)
    chars.codes[i + 1] = pair % 0x10000
    chars.starts[i] = start
    chars.starts[i + 1] = start
    chars.ends[i] = end
    chars.ends[i + 1] = end
    i++
  }
}
