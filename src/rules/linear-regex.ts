/** Ways that the counted and optional parts of an expression may be taken, at most. */
const WAYS_LIMIT = 4_000

/** What may be repeated by a count at most. */
const COUNT_LIMIT = 24

const TOKEN =
  /(?<escape>\\(?:[1-9]|k<|[\s\S]))|(?<set>\[(?:\\[\s\S]|[^\]\\])*\])|(?<open>\((?:\?(?::|<[=!]|[=!]|<\w+>)?)?)|(?<close>\))|(?<count>(?:[*+?]|\{\d+(?:,\d*)?\})\??)|(?<or>\|)|(?<other>[\s\S])/gu

/** The least and the most repetitions that a quantifier allows. */
const rangeOf = (quantifier: string): { readonly min: number; readonly max: number } => {
  if (quantifier.startsWith('*')) return { min: 0, max: Infinity }
  if (quantifier.startsWith('+')) return { min: 1, max: Infinity }
  if (quantifier.startsWith('?')) return { min: 0, max: 1 }
  const [, min = '0', comma, max = ''] = /^\{(\d+)(,(\d*))?/.exec(quantifier) ?? []
  return { min: Number(min), max: comma === undefined ? Number(min) : max === '' ? Infinity : Number(max) }
}

/**
 * What keeps a regular expression from being surely linear in the text it runs over; null where nothing does. A backtracking
 * engine is linear when no group is repeated, nothing looks around or back, and at most one part repeats without end, in an
 * expression that starts at the beginning of the text.
 */
export const regexFault = (source: string): string | null => {
  let depth = 0
  let endless = 0
  let ways = 1
  let alternatives = false
  let before: 'group' | 'other' = 'other'
  for (const { groups = {} } of source.matchAll(TOKEN)) {
    const { escape: escaped, open, close, count } = groups
    if (escaped !== undefined && /^\\(?:[1-9]|k)/.test(escaped)) return 'it refers back to a group'
    if (open !== undefined && /^\(\?(?:<?[=!])/.test(open)) return 'it looks around'
    if (open !== undefined) depth++
    if (close !== undefined) depth--
    if (groups.or !== undefined && depth === 0) alternatives = true
    if (count !== undefined) {
      const { min, max } = rangeOf(count)
      if (before === 'group' && max > 1) return `it repeats a group (${count})`
      if (max === Infinity) endless++
      else if (max > COUNT_LIMIT) return `it repeats more than ${COUNT_LIMIT} times (${count})`
      else ways *= max - min + 1
    }
    before = close === undefined ? 'other' : 'group'
  }
  if (endless > 1) return 'more than one part of it repeats without end'
  if (endless === 1 && (!source.startsWith('^') || alternatives))
    return 'it repeats without end and does not start with ^'
  return ways > WAYS_LIMIT ? 'too many parts of it may be left out or repeated' : null
}
