const TENS = ['', 'X', 'XX', 'XXX'] as const
const ONES = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'] as const

/** Documents have no more sections; the numerals go no further. */
export const MOST = 39

/** The Roman numeral of a number from 1 to 39. @throws RangeError for others */
export const romanOf = (value: number): string => {
  const [tens, ones] = [TENS[Math.trunc(value / 10)], ONES[value % 10]]
  if (value < 1 || tens === undefined || ones === undefined) throw new RangeError(`no numeral for ${value}`)
  return tens + ones
}

const VALUES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: MOST }, (_, i) => [romanOf(i + 1), i + 1] as const),
)

/** The number that a Roman numeral in capitals stands for; null where it is none up to 39. */
export const numberOf = (numeral: string): number | null => VALUES.get(numeral) ?? null
