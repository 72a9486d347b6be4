import type { ArchivedDocument } from '../../http/schemas.ts'
import { useLanguage } from '../language.tsx'

/** Never 0 % where something is settled, nor 100 % where something is not. */
const percentOf = (settled: number, records: number): string => {
  const percent = (100 * settled) / records
  if (settled > 0 && percent < 1) return '< 1'
  if (settled < records && percent > 99) return '> 99'
  return String(Math.round(percent))
}

/** `37 %`: how much of a document's records reviewers have settled. */
export function ReviewShare({ document: { records, settled } }: { document: ArchivedDocument }) {
  const { t } = useLanguage()
  if (records === null || settled === null || records === 0) return <span class="quiet">–</span>
  const isAll = settled >= records
  return (
    <span class={`review-share${isAll ? ' is-all' : ''}`} title={t('archive.review.of', { settled, records })}>
      {isAll && <span aria-hidden="true">✓ </span>}
      {percentOf(settled, records)} %
    </span>
  )
}
