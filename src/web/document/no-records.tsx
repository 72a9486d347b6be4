import type { Extraction } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'

interface NoRecordsProps {
  readonly extraction: Extraction
  /** A filter hides them. */
  readonly filtered: boolean
}

/** Why there are no records to be seen, and what to do. */
export function NoRecords({ extraction, filtered }: NoRecordsProps) {
  const { t } = useLanguage()
  const unexplained = extraction.numerals.unexplained.length > 0
  return (
    <div class="empty">
      <h2>{t(filtered ? 'records.nothing.title' : 'records.none.title')}</h2>
      <p>{t(filtered ? 'records.nothing.text' : unexplained ? 'records.none.unexplained' : 'records.none.text')}</p>
    </div>
  )
}
