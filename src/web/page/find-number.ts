/** One character of a line, without blanks. */
export interface LineCharacter {
  readonly character: string
  /** Something stands between it and the one before: a blank, or room. */
  readonly isApart: boolean
}

const DIGIT = /\d/
const MARK = /[.,]/

const characterAt = (line: readonly LineCharacter[], at: number): string => line[at]?.character ?? ''

/** Whether a number goes on before `at`: with a digit, or with a decimal mark that has one before it. */
const goesOnBefore = (line: readonly LineCharacter[], at: number): boolean => {
  if (at === 0 || line[at]?.isApart === true) return false
  if (DIGIT.test(characterAt(line, at - 1))) return true
  return MARK.test(characterAt(line, at - 1)) && line[at - 1]?.isApart !== true && DIGIT.test(characterAt(line, at - 2))
}

const goesOnAt = (line: readonly LineCharacter[], at: number): boolean => {
  if (at >= line.length || line[at]?.isApart === true) return false
  if (DIGIT.test(characterAt(line, at))) return true
  return MARK.test(characterAt(line, at)) && line[at + 1]?.isApart === false && DIGIT.test(characterAt(line, at + 1))
}

/**
 * Where a number stands in a line: whole, not as a part of a longer number.
 * @param number as it is printed; blanks do not count
 * @returns the first character of each place
 */
export function findNumber(line: readonly LineCharacter[], number: string): number[] {
  const wanted = [...number.replace(/\s+/g, '')]
  if (wanted.length === 0) return []
  const found: number[] = []
  for (let at = 0; at + wanted.length <= line.length; at++) {
    const isThere = wanted.every((character, i) => characterAt(line, at + i) === character)
    if (isThere && !goesOnBefore(line, at) && !goesOnAt(line, at + wanted.length)) found.push(at)
  }
  return found
}
