/** What a change says that it is against: the end of some year, the same months of the year before, or nothing. */
export type Compared = { readonly year: number } | 'same-period' | null

/** So far behind a change its base is named. */
const REACH = 90

const WITH = /^[^.;]*?(?:so với|so|bằng|với)\s+(?<base>[^.;]*)/iu
const SAME_PERIOD = /^(?:với )?cùng kỳ/iu
const YEAR = /^(?:[^\d,]{0,40}?)(?:năm\s+|\/)?(?<year>(?:19|20)\d\d)(?!\d)/u

/** Reads the base of the change that ends at `end`: `tăng 27,3% so với năm 2015`, `tăng 31 HTX so cùng kỳ`. */
export const comparedTo = (text: string, end: number): Compared => {
  const behind = text.slice(end, end + REACH).split('\n')[0] ?? ''
  const base = WITH.exec(behind)?.groups?.base
  if (base === undefined) return null
  if (SAME_PERIOD.test(base)) return 'same-period'
  const year = YEAR.exec(base)?.groups?.year
  return year === undefined ? null : { year: Number(year) }
}
