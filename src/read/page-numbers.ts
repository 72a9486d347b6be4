/** A lone number as printed at the edge of a page: `3`, `- 3 -`, `Trang 3/12`. */
const LONE_NUMBER = /^[-–—\s]*(?:trang|page)?\s*(\d{1,3})(?:\s*\/\s*\d{1,3})?[-–—\s.]*$/iu

/** So many lines with ink stand at least between two page numbers. */
const SHORTEST_PAGE = 3

interface Candidate {
  /** Index among the lines with ink. */
  readonly at: number
  readonly value: number
}

/**
 * Which lines of a text without pages are page numbers that its pages left between their lines: lone numbers that count on by
 * one from page to page, or a single one in the midst of a sentence. Lone numbers one below the other are a table's.
 * @param lines the text of each line, in order
 * @returns indices into `lines`
 */
export const pageNumberLines = (lines: readonly string[]): ReadonlySet<number> => {
  const inked = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]))
  const numbers = inked.map(index => Number(LONE_NUMBER.exec(lines[index] ?? '')?.[1] ?? Number.NaN))
  const isNumber = (at: number) => !Number.isNaN(numbers[at] ?? Number.NaN)
  const candidates = numbers.flatMap((value, at): Candidate[] =>
    isNumber(at) && !isNumber(at - 1) && !isNumber(at + 1) ? [{ at, value }] : [],
  )
  const words = (at: number) => lines[inked[at] ?? -1] ?? ''
  const chain = longestChain(candidates)
  const found =
    chain.length > 1
      ? chain
      : candidates.filter(({ at }) => candidates.length === 1 && cuts(words(at - 1), words(at + 1)))
  return new Set(found.map(({ at }) => inked[at] ?? -1))
}

/** The longest run of candidates that count on by one, a page or more apart. */
const longestChain = (candidates: readonly Candidate[]): readonly Candidate[] => {
  // longest chain that ends with a value, its last candidate first met
  const ending = new Map<number, readonly Candidate[]>()
  let longest: readonly Candidate[] = []
  for (const candidate of candidates) {
    const before = ending.get(candidate.value - 1) ?? []
    const last = before.at(-1)
    const chain = last && candidate.at - last.at > SHORTEST_PAGE ? [...before, candidate] : [candidate]
    if (chain.length >= (ending.get(candidate.value)?.length ?? 0)) ending.set(candidate.value, chain)
    if (chain.length > longest.length) longest = chain
  }
  return longest
}

/** A sentence goes on over the number. */
const cuts = (before: string, after: string): boolean => /[\p{L}\d,]\s*$/u.test(before) && /^\s*\p{Ll}/u.test(after)
