import type { ArchivedDocument } from '../../http/schemas.ts'
import { useLanguage } from '../language.tsx'

/** Never 0 % where something is settled, nor 100 % where something is not. */
const percentOf = (settled: number, records: number): number =>
  settled === 0 ? 0 : settled >= records ? 100 : Math.min(99, Math.max(1, Math.round((100 * settled) / records)))

/** `37 %`: how much of a document's records reviewers have settled. */
export function ReviewShare({ document: { records, settled } }: { document: ArchivedDocument }) {
  const { t } = useLanguage()
  if (records === null || settled === null || records === 0) return <span class="quiet">–</span>
  const percent = percentOf(settled, records)
  return (
    <span
      class={`review-share${percent === 100 ? ' is-all' : ''}`}
      title={t('archive.review.of', { settled, records })}
    >
      {percent === 100 && <span aria-hidden="true">✓ </span>}
      {percent} %
    </span>
  )
}
