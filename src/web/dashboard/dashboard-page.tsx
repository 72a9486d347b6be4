import { useLanguage } from '../language.tsx'
import { Link } from '../router.tsx'
import { ProblemBox } from '../ui/problem-box.tsx'
import { SampleFigure } from '../ui/sample-figure.tsx'
import { useTitle } from '../ui/use-title.ts'
import { DocumentStates } from './document-states.tsx'
import { MissedStatistics } from './missed-statistics.tsx'
import { ReviewProgress } from './review-progress.tsx'
import { RuleAgreement } from './rule-agreement.tsx'
import { useDashboard } from './use-dashboard.ts'

/** The archive at a glance: what is read, what is settled, and which rules reviewers correct. */
export function DashboardPage() {
  const { t } = useLanguage()
  const { known, failure, reload } = useDashboard()
  useTitle(t('nav.dashboard'))
  const empty = known?.facets.documents === 0
  return (
    <main id="main" class="page dashboard">
      <h1 class="unseen">{t('nav.dashboard')}</h1>
      {failure !== null && <ProblemBox failure={failure} onRetry={reload} />}
      {known === null && failure === null && <p aria-live="polite">{t('dashboard.loading')}</p>}
      {empty && (
        <section class="empty">
          <h2>{t('dashboard.empty.title')}</h2>
          <p>{t('dashboard.empty.text')}</p>
          <p>
            <Link to="/">{t('dashboard.to-archive')}</Link>
          </p>
        </section>
      )}
      {known !== null && !empty && (
        <>
          <div class="cards">
            <DocumentStates facets={known.facets} />
            <ReviewProgress statistics={known.statistics} />
            <SampleFigure sample={known.statistics.sample} />
          </div>
          <RuleAgreement statistics={known.statistics} />
          <MissedStatistics statistics={known.statistics} />
        </>
      )}
    </main>
  )
}
