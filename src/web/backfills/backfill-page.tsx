import { addressOf } from '../api/client.ts'
import { formatMoment } from '../format/moment.ts'
import { useLanguage } from '../language.tsx'
import { Link } from '../router.tsx'
import { ProblemBox } from '../ui/problem-box.tsx'
import { useTitle } from '../ui/use-title.ts'
import { CauseList } from './cause-list.tsx'
import { ItemList } from './item-list.tsx'
import { ProgressPanel } from './progress-panel.tsx'
import { BackfillStateBadge } from './state-badges.tsx'
import { useBackfill } from './use-backfill.ts'

/** One backfill as it goes on: how far it is, what failed and why, and what became of each file. @param query the page's query string */
export function BackfillPage({ id, query }: { id: string; query: string }) {
  const { language, t } = useLanguage()
  const { backfill, failure, lost, reopen } = useBackfill(id)
  const name = backfill?.sources.join(', ') ?? t('nav.backfills')
  useTitle(name)
  return (
    <main id="main" class="page">
      <p>
        <Link to="/backfills">← {t('backfills.back')}</Link>
      </p>
      {failure !== null && <ProblemBox failure={failure} onRetry={reopen} />}
      {backfill === null && failure === null && <p aria-live="polite">{t('backfill.loading')}</p>}
      {backfill !== null && (
        <>
          <header class="backfill-head">
            <h1>{name}</h1>
            <span role="status">
              <BackfillStateBadge state={backfill.state} />
            </span>
            <nav class="downloads" aria-label={t('document.downloads')}>
              <a href={`${addressOf.backfill(id)}/items.csv`}>{t('backfill.csv')}</a>
            </nav>
          </header>
          <p class="quiet">
            {t(backfill.from === 'upload' ? 'backfill.from.upload' : 'backfill.from.command', {
              when: formatMoment(backfill.created, language),
            })}
            {backfill.finished !== null &&
              `; ${t('backfill.finished', { when: formatMoment(backfill.finished, language) })}`}
          </p>
          {lost && (
            <p class="lost" role="status">
              {t('backfill.lost')}
            </p>
          )}
          <ProgressPanel backfill={backfill} />
          <CauseList backfill={backfill} onRetried={reopen} />
          <ItemList backfill={backfill} query={query} />
        </>
      )}
    </main>
  )
}
