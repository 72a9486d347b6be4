const DIGITS: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
}

/** Words that end a number below a hundred and cannot stand for one alone. */
const NEVER_ALONE = new Set(['mốt', 'tư', 'lăm', 'nhăm', 'không'])

export interface Spelled {
  readonly value: number
  /** How many words it takes. */
  readonly length: number
}

/**
 * A number below a thousand written in words, `at` its first word: `hai`, `mười lăm`, `hai mươi mốt`, `một trăm năm mươi`,
 * `một trăm linh năm`, `ba chục`. Null where the words make no number.
 */
export const spelledNumber = (words: readonly string[], at: number): Spelled | null => {
  const word = (i: number) => words[at + i]?.toLowerCase() ?? ''
  const digit = (i: number) => DIGITS[word(i)]
  const hundreds = digit(0)
  if (hundreds === undefined || word(1) !== 'trăm') {
    const small = belowHundred(words, at)
    return small && small.length === 1 && NEVER_ALONE.has(word(0)) ? null : small
  }
  const value = hundreds * 100
  if (word(2) === 'linh' || word(2) === 'lẻ') {
    const units = digit(3)
    return units === undefined ? null : { value: value + units, length: 4 }
  }
  const rest = belowHundred(words, at + 2)
  // `một trăm năm` is as often the start of `một trăm năm trước`: tens must be spoken
  return rest && rest.value >= 10 ? { value: value + rest.value, length: 2 + rest.length } : { value, length: 2 }
}

const belowHundred = (words: readonly string[], at: number): Spelled | null => {
  const word = (i: number) => words[at + i]?.toLowerCase() ?? ''
  const digit = (i: number) => DIGITS[word(i)]
  if (word(0) === 'mười') {
    const units = digit(1)
    return units === undefined ? { value: 10, length: 1 } : { value: 10 + units, length: 2 }
  }
  const first = digit(0)
  if (first === undefined) return null
  if (word(1) !== 'mươi' && word(1) !== 'chục') return { value: first, length: 1 }
  const units = digit(2)
  return units === undefined ? { value: first * 10, length: 2 } : { value: first * 10 + units, length: 3 }
}
