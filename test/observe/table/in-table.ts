import type { ReadObservation } from '../../../src/contract/index.ts'
import { understand } from '../../../src/extract.ts'
import { readText } from '../../../src/read/text.ts'
import { RULES } from '../../support/phrase.ts'
import { observerOf } from '../sentence.ts'

/** A province's plan for 2020, issued in September 2019. */
const PLAN = `ỦY BAN NHÂN DÂN
TỈNH BẮC KẠN
Số: 155/KH-UBND
Bắc Kạn, ngày 12 tháng 9 năm 2019

KẾ HOẠCH
Phát triển kinh tế tập thể năm 2020

Phụ lục 1

`

/** A district's report on nine months, issued in October 2019. */
const REPORT = `ỦY BAN NHÂN DÂN
HUYỆN CHỢ ĐỒN
Số: 187/BC-UBND
Chợ Đồn, ngày 8 tháng 10 năm 2019

BÁO CÁO
Tình hình phát triển kinh tế tập thể 9 tháng đầu năm 2019

Phụ lục 1

`

/** Rows that are drawn with bars as text with tabs; other lines stay as they are. */
const written = (drawn: string): string =>
  drawn
    .split('\n')
    .map(line =>
      line.includes('|')
        ? line
            .split('|')
            .map(text => text.trim())
            .join('\t')
        : line.trim(),
    )
    .join('\n')

/** The statistic at the number in [square brackets] of a drawn table; null where none stands there. */
export const inPlanTable = (marked: string): ReadObservation | null => observerOf(PLAN)(written(marked))
export const inReportTable = (marked: string): ReadObservation | null => observerOf(REPORT)(written(marked))

/** The statistics of a drawn table in a plan, each with its number as written and its text. */
export const observedIn = (
  drawn: string,
): { readonly text: string; readonly n: string; readonly observation: ReadObservation }[] => {
  const text = `${PLAN}${written(drawn)}\n`
  const read = readText(Buffer.from(text))
  if (!read.ok) throw new Error(read.problem.code)
  return understand(read.document, RULES).observations.map(observation => ({
    text,
    n: text.slice(observation.evidence.start, observation.evidence.end),
    observation,
  }))
}

/** Some attributes of the statistics of a drawn table, by their numbers as written. */
export const byNumber = (drawn: string, keys: readonly (keyof ReadObservation)[]): Record<string, unknown> =>
  Object.fromEntries(observedIn(drawn).map(({ n, observation }) => [n, keys.map(key => observation[key])]))

/** The head over the column `at` (the first by default) of some; `›` stands between a head and the one under it. */
const under =
  (observe: (marked: string) => ReadObservation | null) =>
  (heads: readonly string[], at = 0, figure = '160'): ReadObservation | null => {
    const chains = heads.map(head => head.split('›').map(text => text.trim()))
    const depth = Math.max(...chains.map(chain => chain.length))
    const head = Array.from({ length: depth }, (_, row) =>
      [
        ...(row === 0 ? ['TT', 'Chỉ tiêu', 'ĐVT'] : ['', '', '']),
        ...chains.map((chain, i) =>
          row < chain.length - 1 && chains[i - 1]?.[row] === chain[row] ? '' : (chain[row] ?? ''),
        ),
      ].join(' | '),
    )
    const figures = heads.map((_, i) => (i === at ? `[${figure}]` : '172'))
    return observe(
      [
        ...head,
        ['1', 'Tổng số hợp tác xã', 'HTX', ...figures].join(' | '),
        ['2', 'Tổng số thành viên', 'Người', ...heads.map(() => '1.270')].join(' | '),
      ].join('\n'),
    )
  }

/** The number of cooperatives under a head, in the plan for 2020 and in the report on nine months of 2019. */
export const underHeadOfPlan = (head: string): ReadObservation | null => under(inPlanTable)([head])
export const underHeadOfReport = (head: string): ReadObservation | null => under(inReportTable)([head])

/** The figure of a last column that compares those before it. */
export const comparedInPlan =
  (before: readonly string[]) =>
  (head: string): ReadObservation | null =>
    under(inPlanTable)([...before, head], before.length, '102,3')
export const comparedInReport =
  (before: readonly string[]) =>
  (head: string): ReadObservation | null =>
    under(inReportTable)([...before, head], before.length, '102,3')
