import type { Province } from '../../contract/index.ts'
import { searchable } from '../../contract/searchable.ts'

const stoodOn = ({ from, until }: Province, day: string): boolean =>
  (from === null || from <= day) && (until === null || day < until)

/** `tỉnh Lạng Sơn`, `TP. Hà Nội`: the name alone, without marks and case. */
const nameOf = (words: string): string => searchable(words).replace(/^(?:tinh|thanh pho|tp\.?) +/, '')

/**
 * The unit of province level that a name stood for on a day; without a day, the first that has a code.
 * @param day ISO 8601, as exact as it is known
 */
export const provinceNamed = (
  words: string,
  day: string | null,
  provinces: readonly Province[],
): Province | undefined => {
  const name = nameOf(words)
  const named = provinces.filter(province => nameOf(province.name) === name)
  return (
    named.find(province => day !== null && stoodOn(province, day)) ??
    named.find(province => province.code !== null) ??
    named[0]
  )
}
