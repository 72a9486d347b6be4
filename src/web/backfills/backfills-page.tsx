import { useLanguage } from '../language.tsx'
import { ProblemBox } from '../ui/problem-box.tsx'
import { useTitle } from '../ui/use-title.ts'
import { UploadArea } from '../upload/upload-area.tsx'
import { useUploads } from '../upload/uploads.tsx'
import { BackfillTable } from './backfill-table.tsx'
import { useBackfills } from './use-backfills.ts'

/** Where the archivist starts a backfill and sees what became of those before. */
export function BackfillsPage() {
  const { t } = useLanguage()
  const uploads = useUploads()
  const { backfills, progress, failure, loading, more, reload } = useBackfills(uploads.taken)
  useTitle(t('nav.backfills'))
  return (
    <main id="main" class="page">
      <h1 class="name">{t('nav.backfills')}</h1>
      <p class="quiet">{t('backfills.intro')}</p>
      <UploadArea kind="zips" />
      {failure !== null && <ProblemBox failure={failure} onRetry={reload} />}
      {backfills.length > 0 && <BackfillTable backfills={backfills} progress={progress} />}
      {loading && backfills.length === 0 && <p aria-live="polite">{t('archive.loading')}</p>}
      {!loading && failure === null && backfills.length === 0 && (
        <section class="empty">
          <h2>{t('backfills.empty.title')}</h2>
          <p>{t('backfills.empty.text')}</p>
          <p>
            {t('backfills.empty.command')} <code>trichluc backfill kho/2010</code>
          </p>
        </section>
      )}
      {more !== undefined && (
        <p class="list-foot">
          <button type="button" onClick={more}>
            {t('archive.more')}
          </button>
        </p>
      )}
    </main>
  )
}
