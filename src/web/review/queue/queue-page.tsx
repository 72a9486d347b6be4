import { useEffect, useState } from 'preact/hooks'
import type { ReviewNext } from '../../../contract/index.ts'
import type { ArchivedDocument } from '../../../http/schemas.ts'
import { readDocument } from '../../api/client.ts'
import { type Failure, toFailure } from '../../api/failure.ts'
import { readNext } from '../../api/review.ts'
import { useLanguage } from '../../language.tsx'
import { useReviewer } from '../../reviewer/reviewer.tsx'
import { Link } from '../../router.tsx'
import { ProblemBox } from '../../ui/problem-box.tsx'
import { SampleFigure } from '../../ui/sample-figure.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { useTitle } from '../../ui/use-title.ts'
import { type Command, keysOf } from '../command.ts'
import { CommandButton } from '../command-button.tsx'
import { useWay } from '../use-way.ts'

interface Offer {
  readonly asked: ReviewNext
  readonly document: ArchivedDocument | null
}

/** What is best reviewed next, why, and how right the machine is where nobody looks. */
export function QueuePage() {
  const { t } = useLanguage()
  const { name, identify } = useReviewer()
  const [offer, setOffer] = useState<Offer | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [said, say] = useState('')
  const { begin: start } = useWay(null, say)
  useTitle(t('queue.title'))

  useEffect(() => {
    if (name === null) return
    const controller = new AbortController()
    const ask = async () => {
      const asked = await readNext(name, [])
      const document = asked.next === null ? null : await readDocument(asked.next.document, controller.signal)
      if (!controller.signal.aborted) setOffer({ asked, document })
    }
    ask().catch((error: unknown) => {
      if (!controller.signal.aborted) setFailure(toFailure(error))
    })
    return () => controller.abort()
  }, [name])

  const next = offer?.asked.next ?? null
  const begin: Command = { keys: 'Shift J', label: 'queue.begin', run: () => next !== null && start(next) }
  useKeys(keysOf(next === null ? [] : [begin]))
  return (
    <main id="main" class="page queue">
      <h1>{t('queue.title')}</h1>
      {name === null && (
        <p>
          {t('queue.who')}{' '}
          <button type="button" class="primary" onClick={() => identify()}>
            {t('reviewer.nobody')}
          </button>
        </p>
      )}
      {failure !== null && <ProblemBox failure={failure} />}
      {name !== null && offer === null && failure === null && <p aria-live="polite">{t('queue.loading')}</p>}
      {offer !== null && next === null && (
        <div class="empty">
          <h2>{t('review.nothing-left')}</h2>
          <p>{t('queue.empty')}</p>
          <p>
            <Link to="/">{t('document.back')}</Link>
          </p>
        </div>
      )}
      {next !== null && (
        <section class="queue-next" aria-label={t('queue.next')}>
          <h2 lang="vi">{offer?.document?.title ?? offer?.document?.name}</h2>
          {offer?.document != null && (
            <p class="quiet" lang="vi">
              {[offer.document.number, offer.document.issuer?.name, offer.document.title && offer.document.name]
                .filter(Boolean)
                .join(' · ')}
            </p>
          )}
          <p>
            {t(`queue.reason.${next.reason}`)} {t('queue.records', { count: next.records.length })}
          </p>
          <p class="form-buttons">
            <CommandButton command={begin} />
          </p>
        </section>
      )}
      <p aria-live="polite">{said}</p>
      {offer !== null && <SampleFigure sample={offer.asked.sample} />}
    </main>
  )
}
