import type { DocumentHeader, DocumentKind, Status } from '../contract/index.ts'
import type { TextTime } from './text-time.ts'

/** The years a document speaks from, and what it reports and plans. */
export interface DocumentTime extends TextTime {
  /** Year of issue, or the best guess at it. */
  readonly issued: number | null
  /** Month of issue, from 1; null where the document leaves it out. */
  readonly issuedMonth: number | null
  /** What a statement without any sign of its status is, by the kind of the document. */
  readonly status: Status
  readonly reports: string | null
  readonly plans: string | null
}

const yearIn = (period: string | null): number | null => (period ? Number(period.slice(0, 4)) : null)

const PLANNING: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'plan',
  'programme',
  'scheme',
  'resolution',
  'decision',
])

const SILENT: TextTime = { horizon: null, dated: false, asOf: null }

export const documentTime = (header: DocumentHeader, text: TextTime = SILENT): DocumentTime => ({
  ...text,
  status: PLANNING.has(header.kind) ? 'target' : 'actual',
  issuedMonth: header.issued !== null && header.issued.length >= 7 ? Number(header.issued.slice(5, 7)) : null,
  issued: yearIn(header.issued) ?? yearIn(header.reports) ?? yearIn(header.plans),
  reports: header.reports,
  plans: header.plans,
})

/** In the first months of a year a document looks back on the year before. */
const LOOKING_BACK = 2

/** The year a document reports on: where it reports on some months, their year. */
export const reportingYear = (t: DocumentTime): number | null => {
  if (t.reports) return Number((t.reports.split('/')[1] ?? t.reports).slice(0, 4))
  const plan = yearIn(t.plans)
  if (t.issued === null) return plan === null ? null : plan - 1
  const over = t.issuedMonth !== null && t.issuedMonth <= LOOKING_BACK ? t.issued - 1 : t.issued
  return plan === null || plan > over ? over : plan - 1
}

/** The year a document plans for. */
export const planningYear = (t: DocumentTime): number | null => {
  const end = t.plans ? Number((t.plans.split('/')[1] ?? t.plans).slice(0, 4)) : null
  const report = reportingYear(t)
  return end ?? t.horizon ?? (report === null ? null : report + 1)
}
