import { isLatin, isLetter, LATIN_FOR } from './character-class.ts'
import type { Characters } from './characters.ts'

/** Replaces Cyrillic and Greek look-alikes in words that hold Latin letters and no other foreign ones. */
export const latiniseWords = (chars: Characters): void => {
  let i = 0
  while (i < chars.length) {
    if (!isLetter(chars.at(i))) {
      i++
      continue
    }
    const start = i
    let latin = 0
    let alike = 0
    for (; i < chars.length && inWord(chars.at(i)); i++) {
      if (isLatin(chars.at(i))) latin++
      else if (LATIN_FOR.has(chars.at(i))) alike++
      else if (isLetter(chars.at(i))) alike = Number.NEGATIVE_INFINITY
    }
    if (latin === 0 || alike <= 0) continue
    for (let at = start; at < i; at++) chars.codes[at] = LATIN_FOR.get(chars.at(at)) ?? chars.at(at)
  }
}

const inWord = (code: number): boolean => isLetter(code) || (code >= 0x300 && code <= 0x36f)
