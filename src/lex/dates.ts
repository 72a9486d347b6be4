import { fold } from '../repair/fold.ts'
import type { TimeExpression } from './term.ts'

/** A date found in a text; offsets into that text. */
export interface DateHit {
  readonly start: number
  readonly end: number
  readonly exact: 'day' | 'month'
  readonly time: TimeExpression
}

const YEAR = '(?:19|20)\\d{2}'
/** On folded text, so that marks which a scan lost do no harm. */
const DATE = new RegExp(
  [
    `(?<![\\d.,/])(?:(?<d0>\\d{1,2})\\s*-\\s*)?(?<d1>\\d{1,2})\\s?[/.-]\\s?(?<m1>\\d{1,2})\\s?[/.-]\\s?(?<y1>${YEAR})(?![\\d/])`,
    `ngay\\s+(?<d2>\\d{1,2})\\s+thang\\s+(?<m2>\\d{1,2})(?:\\s+nam\\s+(?<y2>${YEAR}))?`,
    `(?<=(?:den|het|diem|truoc|sau|tu)\\s)(?<d4>\\d{1,2})\\s+thang\\s+(?<m5>\\d{1,2})\\s+nam\\s+(?<y5>${YEAR})`,
    `(?<=ngay\\s|den\\s|truoc\\s)(?<d3>\\d{1,2})/(?<m3>\\d{1,2})(?![\\d/])`,
    `(?<![\\d.,/]|quy\\s)(?<m4>\\d{1,2})\\s?[/-]\\s?(?<y4>${YEAR})(?![\\d/])`,
  ].join('|'),
  'gu',
)

const inRange = (n: number, from: number, to: number) => n >= from && n <= to

/** Every date written in figures (`20/8/2019`, `ngày 30 tháng 6 năm 2019`, `đến 31 tháng 8 năm 2018`, `ngày 15/12`, `12/2019`). Linear. */
export const findDates = (text: string): DateHit[] => {
  const hits: DateHit[] = []
  for (const m of fold(text).matchAll(DATE)) {
    const g = m.groups ?? {}
    const day = Number(g.d1 ?? g.d2 ?? g.d3 ?? g.d4 ?? 0)
    const month = Number(g.m1 ?? g.m2 ?? g.m3 ?? g.m5 ?? g.m4)
    const written = g.y1 ?? g.y2 ?? g.y5 ?? g.y4
    const year = written === undefined ? null : Number(written)
    const place = { start: m.index, end: m.index + m[0].length }
    if (!inRange(month, 1, 12)) continue
    if (g.m4 !== undefined) hits.push({ exact: 'month', time: { kind: 'month', year, month }, ...place })
    else if (inRange(day, 1, 31)) hits.push({ exact: 'day', time: { kind: 'day', year, month, day }, ...place })
  }
  return hits
}
