import type { DocumentKind, Period } from '../../contract/index.ts'
import { fold } from '../../repair/fold.ts'
import type { Block } from '../block.ts'
import { type Direction, titlePeriods } from './title-periods.ts'

/** Where a title does not say whether it looks back or ahead, the type of the document does. */
const DIRECTION_OF_KIND: Record<DocumentKind, Direction | null> = {
  plan: 'plans',
  report: 'reports',
  decision: null,
  resolution: 'plans',
  programme: 'plans',
  scheme: 'plans',
  directive: 'plans',
  decree: null,
  circular: null,
  conclusion: null,
  submission: null,
  notice: null,
  guidance: null,
  official_letter: null,
  law: null,
  other: null,
}

const HEADING_LEVELS: ReadonlySet<string | null> = new Set(['annex', 'part', 'chapter', 'capital', 'roman'])

/** What was over when a document was issued it reports on. */
const directionOfTime = (period: Period, issued: string | null): Direction => {
  const end = period.split('/').at(-1) ?? period
  return issued !== null && end > issued.slice(0, end.length) ? 'plans' : 'reports'
}

/** What a document reports on and what it plans for, by its title and its great headings. */
export const readPeriods = (
  blocks: readonly Block[],
  kind: DocumentKind,
  title: string | null,
  issued: string | null,
): Record<Direction, Period | null> => {
  const found: Record<Direction, Period | null> = { reports: null, plans: null }
  for (const { direction, period } of titlePeriods(title ?? '', issued?.slice(0, 4) ?? null)) {
    const side = direction ?? DIRECTION_OF_KIND[kind]
    if (side !== null) found[side] ??= period
  }
  const headings = blocks.filter(block => block.kind === 'heading' && HEADING_LEVELS.has(block.level))
  for (const { content } of headings) {
    for (const { direction, period } of titlePeriods(content.text, issued?.slice(0, 4) ?? null))
      found[direction ?? directionOfTime(period, issued)] ??= period
  }
  found.reports = spelledOut(blocks, found.reports)
  if (/^\d{4}$/.test(found.reports ?? '')) {
    const year = found.reports ?? ''
    const months = monthsReported(
      blocks.filter(block => block.zone === 'body').map(block => block.content.text),
      year,
    )
    if (months !== null) found.reports = `${year}-01/${year}-${String(months).padStart(2, '0')}`
  }
  return found
}

/** `sơ kết 5 năm (2003 - 2007)`: the text tells a span that the title only counts; its end is that of the title. */
const spelledOut = (blocks: readonly Block[], span: Period | null): Period | null => {
  const [from, to] = span?.split('/') ?? []
  if (!/^\d{4}$/.test(from ?? '') || !/^\d{4}$/.test(to ?? '')) return span
  for (const { content } of blocks) {
    const told = fold(content.text).match(new RegExp(`nam,? \\(?(?:giai doan )?(\\d{4})\\s?[-–]\\s?${to}`, 'u'))?.[1]
    if (told !== undefined && Math.abs(Number(told) - Number(from)) <= 1) return `${told}/${to}`
  }
  return span
}

/**
 * Months from January that running text reports on most often (`9 tháng đầu năm`), as their number; null where it does so
 * less than five times: a few mentions do not make it the time of everything else. Mentions of another year than `year` do not count.
 */
const monthsReported = (texts: readonly string[], year: string): number | null => {
  const counts = new Map<number, number>()
  for (const text of texts) {
    for (const match of fold(text).matchAll(/(?<!\d)(\d{1,2}) thang dau nam(?: ((?:19|20)\d\d))?/gu)) {
      const months = Number(match[1])
      if (months >= 1 && months <= 11 && (match[2] ?? year) === year) counts.set(months, (counts.get(months) ?? 0) + 1)
    }
  }
  const most = [...counts].sort((a, b) => b[1] - a[1])[0]
  return most !== undefined && most[1] >= 5 ? most[0] : null
}
