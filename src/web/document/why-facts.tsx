import type { Observation } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'
import { cellAddress, tableNumber } from './cell-address.ts'
import { quoteOf } from './words-of.ts'

interface WhyFactsProps {
  readonly record: Observation
  readonly text: string
  /** It stands in a sum that does not come out. */
  readonly flagged: boolean
}

/** Where a record stands in the document, and what it has besides its columns. */
export function WhyFacts({ record, text, flagged }: WhyFactsProps) {
  const { t } = useLanguage()
  const { page, line, cell } = record.evidence
  const { support } = record
  const quote = quoteOf(record, text)
  const place = page === null ? t('why.place.line', { line }) : t('why.place.page', { page, line })
  const table = cell === null ? '' : tableNumber(cell.table)
  // People count rows and columns from one.
  const inTable = cell === null ? '' : `; ${t('why.place.cell', { table, row: cell.row + 1, column: cell.column + 1 })}`
  const address = cell === null ? '' : cellAddress(cell)
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [t('why.quote'), quote === '' ? null : `“${quote}”`],
    [t('why.cell'), address === '' ? null : `${t('table.name', { number: table })}: ${address}`],
    [t('why.place'), `${place}${inTable}`],
    [
      t('why.checks'),
      support > 0 ? t('why.checks.support', { count: support }) : t(flagged ? 'why.checks.flagged' : 'why.checks.none'),
    ],
    [t('why.area'), record.area?.name],
    [t('why.qualifier'), record.qualifier],
    [t('why.source'), record.source],
    [t('why.alternatives'), record.alternatives?.map(alternative => alternative.text).join('; ')],
  ]
  return (
    <dl class="facts">
      {facts.map(([name, value]) =>
        value == null || value === '' ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
