import type { ReviewStatistics } from '../../contract/index.ts'
import { formatNumber } from '../format/number.ts'
import { SEVERITY_SHAPE } from '../labels.ts'
import { useLanguage } from '../language.tsx'
import { Link } from '../router.tsx'

/** How much of the archive is settled, and what is open. */
export function ReviewProgress({ statistics }: { statistics: ReviewStatistics }) {
  const { language, t } = useLanguage()
  const { documents, records, openFlags } = statistics
  const figure = (count: number) => formatNumber(count, language)
  const settled = t('dashboard.settled', { settled: figure(records.settled), total: figure(records.total) })
  return (
    <section class="card" aria-labelledby="progress-title">
      <h2 id="progress-title">{t('dashboard.progress')}</h2>
      <p>{settled}</p>
      <progress value={records.settled} max={Math.max(1, records.total)} aria-label={settled} />
      <ul class="figures">
        <li>
          {t('dashboard.open')}
          <b class="figure">{figure(records.open)}</b>
        </li>
        <li>
          {t('dashboard.documents')}
          <b class="figure">{t('dashboard.of', { part: figure(documents.reviewed), whole: figure(documents.read) })}</b>
        </li>
        <li>
          <span class="severity severity-error">
            <span aria-hidden="true">{SEVERITY_SHAPE.error}</span> {t('dashboard.errors')}
          </span>
          <b class="figure">{figure(openFlags.error)}</b>
        </li>
        <li>
          <span class="severity severity-warning">
            <span aria-hidden="true">{SEVERITY_SHAPE.warning}</span> {t('dashboard.warnings')}
          </span>
          <b class="figure">{figure(openFlags.warning)}</b>
        </li>
      </ul>
      {openFlags.error + openFlags.warning > 0 && (
        <p>
          <Link to="/?flagged=true">{t('dashboard.flagged')}</Link>
        </p>
      )}
      {documents.uncounted > 0 && (
        <p class="quiet">{t('dashboard.uncounted', { documents: figure(documents.uncounted) })}</p>
      )}
    </section>
  )
}
