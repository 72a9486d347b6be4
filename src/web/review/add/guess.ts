import type { DocumentHeader, Observation, Span, Statement } from '../../../contract/index.ts'
import { statementKeys } from '../statement-keys.ts'
import { isFault, readTypedValue } from '../typed-value.ts'

/** The numeral among words that were chosen, with the magnitude that stands behind it. */
const FIGURE =
  /[-−]?\d+(?:[.,\s\u00a0]\d+)*(?:\s*[–-]\s*\d+(?:[.,]\d+)*)?\s*(?:%|(?:nghìn |ngàn )?(?:tỷ|tỉ|triệu|nghìn|ngàn)(?: đồng)?|đồng)?/iu

/** The words of a figure, as they are read when they are typed. */
export const figureIn = (words: string): string => FIGURE.exec(words)?.[0].trim() ?? ''

type Beside = Pick<Observation, 'evidence'> & Statement

/** The record whose words are most likely to hold for a place, too: of its row, its line, the last before it, the first after it. */
const nearest = (records: readonly Beside[], { start, end }: Span, text: string): Beside | undefined => {
  const sameLine = ({ evidence }: Beside) =>
    !text.slice(Math.min(evidence.end, end), Math.max(evidence.start, start)).includes('\n')
  const before = records.filter(({ evidence }) => evidence.end <= start)
  const after = records.filter(({ evidence }) => evidence.start >= end)
  return before.findLast(sameLine) ?? after.find(sameLine) ?? before.at(-1) ?? after[0]
}

/** A statement of which nothing is known but its document. */
const blank = ({ area, reports, plans }: Pick<DocumentHeader, 'area' | 'reports' | 'plans'>): Statement => ({
  ...{ subject: 'cooperative', indicator: 'organisations', sector: null, measure: 'level', comparator: 'eq' },
  ...{ unit: 'organisation', per: [], period: reports ?? plans, status: reports === null ? 'target' : 'actual' },
  ...{ area, source: null, label: '', qualifier: null },
})

/**
 * What a statistic that was missed may say: its figure as its words have it, the rest as the record beside it.
 * @param records in the order of the text
 */
export const guessStatement = (
  records: readonly Beside[],
  span: Span,
  text: string,
  header: Pick<DocumentHeader, 'area' | 'reports' | 'plans'>,
): Statement => {
  const beside = nearest(records, span, text)
  const { value, min, max, ...rest } = beside === undefined ? blank(header) : statementKeys(beside)
  const typed = readTypedValue(figureIn(text.slice(span.start, span.end)))
  if (isFault(typed)) return rest
  const unit = typed.unit ?? (rest.unit === 'percent' || rest.unit === 'VND' ? 'other' : rest.unit)
  return { ...rest, ...typed.number, unit, comparator: typed.comparator ?? 'eq' }
}
