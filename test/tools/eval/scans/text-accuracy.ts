/** How much of a printed text came back, as counts, so that pages can be added up. */
export interface TextCounts {
  readonly characters: number
  /** Insertions, deletions and substitutions of characters. */
  readonly errors: number
  readonly words: number
  readonly wordsFound: number
  /** Words with a digit in them. */
  readonly numbers: number
  readonly numbersFound: number
  /** Words that were read and are not printed. */
  readonly extra: number
}

/**
 * Compares a text with what was read, both in composed characters and with white space folded. Each printed line is sought
 * wherever it fits best, so that columns, cells and lines may come in any order; what was read besides counts as extra words.
 */
export const textAccuracy = (printed: readonly string[], read: string): TextCounts => {
  const lines = printed.map(folded).filter(line => line !== '')
  const text = folded(read)
  const wanted = lines.flatMap(line => line.split(' '))
  const free = countOf(text.split(' ').filter(word => word !== ''))
  const found = wanted.filter(word => take(free, word))
  return {
    characters: lines.reduce((sum, line) => sum + line.length, 0),
    errors: lines.reduce((sum, line) => sum + leastEdits(line, text), 0),
    words: wanted.length,
    wordsFound: found.length,
    numbers: wanted.filter(hasDigit).length,
    numbersFound: found.filter(hasDigit).length,
    extra: [...free.values()].reduce((sum, count) => sum + count, 0),
  }
}

export const addTexts = (all: readonly TextCounts[]): TextCounts => {
  const sum = (of: (c: TextCounts) => number) => all.reduce((total, c) => total + of(c), 0)
  return {
    characters: sum(c => c.characters),
    errors: sum(c => c.errors),
    words: sum(c => c.words),
    wordsFound: sum(c => c.wordsFound),
    numbers: sum(c => c.numbers),
    numbersFound: sum(c => c.numbersFound),
    extra: sum(c => c.extra),
  }
}

const folded = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

const hasDigit = (word: string): boolean => /\d/.test(word)

const countOf = (words: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

const take = (free: Map<string, number>, word: string): boolean => {
  const count = free.get(word) ?? 0
  if (count > 0) free.set(word, count - 1)
  return count > 0
}

/** Edits between a line and the stretch of a text that is most like it (Sellers 1980). */
export const leastEdits = (line: string, text: string): number => {
  if (text.includes(line)) return 0
  let before = new Uint16Array(text.length + 1)
  let row = new Uint16Array(text.length + 1)
  for (let i = 1; i <= line.length; i++) {
    const code = line.charCodeAt(i - 1)
    row[0] = i
    for (let j = 1; j <= text.length; j++) {
      const same = text.charCodeAt(j - 1) === code ? 0 : 1
      row[j] = Math.min((before[j - 1] ?? 0) + same, (row[j - 1] ?? 0) + 1, (before[j] ?? 0) + 1)
    }
    const spare = before
    before = row
    row = spare
  }
  return before.reduce((least, edits) => Math.min(least, edits), line.length)
}
