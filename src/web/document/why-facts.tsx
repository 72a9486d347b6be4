import type { Observation } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'
import { cellAddress, tableNumber } from './cell-address.ts'
import { quoteOf } from './words-of.ts'

/** Where a record stands in the document, and what it has besides its columns. */
export function WhyFacts({ record, text }: { record: Observation; text: string }) {
  const { t } = useLanguage()
  const { page, line, cell } = record.evidence
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
