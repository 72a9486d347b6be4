import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Decision } from '../../contract/index.ts'
import { type Failure, toFailure } from '../api/failure.ts'
import { reviewCalls } from '../api/review.ts'
import { formatMoment } from '../format/moment.ts'
import { useLanguage } from '../language.tsx'
import { ProblemBox } from '../ui/problem-box.tsx'
import type { WholeHistory } from './calls.ts'
import { DecisionAbout } from './decision-about.tsx'

interface HistoryDialogProps {
  readonly document: string
  /** Decisions whose place the text does not have any more. */
  readonly detached: readonly string[]
  readonly onUndo: (decision: string) => void
  readonly onShow: (record: string) => void
  readonly onClose: () => void
}

/** The decisions that are shown at first, the latest. */
const SHOWN = 200

/** All decisions on a document, the latest first, each of which can be taken back. */
export function HistoryDialog({ document, detached, onUndo, onShow, onClose }: HistoryDialogProps) {
  const { t } = useLanguage()
  const dialog = useRef<HTMLDialogElement>(null)
  const [history, setHistory] = useState<WholeHistory | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [shown, setShown] = useState(SHOWN)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    reviewCalls.history(document).then(setHistory, (error: unknown) => setFailure(toFailure(error)))
  }, [document])
  const decisions = history?.decisions.toReversed() ?? []
  const undone = new Set(history?.undone)
  return (
    <dialog ref={dialog} class="help history" aria-labelledby="history-title" onClose={onClose}>
      <h2 id="history-title">{t('history.title')}</h2>
      {failure !== null && <ProblemBox failure={failure} />}
      {history === null && failure === null && <p aria-live="polite">{t('history.loading')}</p>}
      {history !== null && decisions.length === 0 && <p>{t('history.none')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keys */}
      <ol class="history-list" tabIndex={0} aria-label={t('history.title')}>
        {decisions.slice(0, shown).map(decision => (
          <li key={decision.id} class={undone.has(decision.id) ? 'is-undone' : undefined}>
            <Line decision={decision} all={decisions} onShow={onShow} />
            {detached.includes(decision.id) && <span class="quiet"> ({t('history.detached')})</span>}
            {undone.has(decision.id) ? (
              <span class="quiet"> ({t('history.undone')})</span>
            ) : (
              <button type="button" onClick={() => onUndo(decision.id)}>
                {t('history.undo')}
              </button>
            )}
          </li>
        ))}
      </ol>
      {decisions.length > shown && (
        <button type="button" onClick={() => setShown(shown + SHOWN)}>
          {t('archive.more')}
        </button>
      )}
      <form method="dialog">
        <button type="submit">{t('help.close')}</button>
      </form>
    </dialog>
  )
}

interface LineProps {
  readonly decision: Decision
  readonly all: readonly Decision[]
  readonly onShow: (record: string) => void
}

/** Who decided what, when, why, and what it took the place of. */
function Line({ decision, all, onShow }: LineProps) {
  const { language } = useLanguage()
  return (
    <span>
      <time dateTime={decision.when}>{formatMoment(decision.when, language)}</time> <b>{decision.who}</b>{' '}
      <DecisionAbout decision={decision} others={all} onShow={onShow} />
    </span>
  )
}
