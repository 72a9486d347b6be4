import { usePoll } from '../api/use-poll.ts'
import { useLanguage } from '../language.tsx'
import { Link } from '../router.tsx'
import { ProblemBox } from '../ui/problem-box.tsx'
import { ReadingProgress } from '../ui/reading-progress.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import { useDocument } from './use-document.ts'
import { Workspace } from './workspace.tsx'

/** A document in whatever state it is: on its way, failed, or read. */
export function DocumentPage({ id }: { id: string }) {
  const { t } = useLanguage()
  const { document, reading, failure, unfinished, merge, retry, meet } = useDocument(id)
  usePoll(unfinished ? [id] : [], merge)

  if (document !== null && reading !== null)
    return (
      <>
        {failure !== null && <ProblemBox failure={failure} onRetry={retry} />}
        <Workspace document={document} reading={reading} onOtherReading={meet} />
      </>
    )
  return (
    <main id="main" class="page">
      {document !== null && <h1>{document.title ?? document.name}</h1>}
      {failure !== null && <ProblemBox failure={failure} onRetry={retry} />}
      {document?.problem != null && (
        <>
          <p>
            <StateBadge state={document.state} /> {t('document.failed')}
          </p>
          <ProblemBox failure={document.problem} />
        </>
      )}
      {failure === null && document?.problem == null && (
        <p aria-live="polite">
          {document !== null && <StateBadge state={document.state} />}{' '}
          {unfinished ? t('document.waiting') : t('document.loading')}
          {document !== null && <ReadingProgress document={document} />}
        </p>
      )}
      <p>
        <Link to="/">{t('document.back')}</Link>
      </p>
    </main>
  )
}
