/** A phrase with the number in question in square brackets, taken apart; offsets into the bare phrase. */
export interface Marked {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The marked number of a phrase; null where none is marked. */
export const findMark = (phrase: string): Marked | null => {
  const start = phrase.indexOf('[')
  const end = phrase.indexOf(']', start) - 1
  if (start < 0 || end <= start) return null
  return { text: phrase.replace('[', '').replace(']', ''), start, end }
}

/** @throws where the phrase marks no number */
export const unmark = (phrase: string): Marked => {
  const marked = findMark(phrase)
  if (marked === null) throw new Error(`no [number] in "${phrase}"`)
  return marked
}
