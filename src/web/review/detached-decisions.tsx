import type { Detached } from '../../contract/index.ts'
import { formatMoment } from '../format/moment.ts'
import { useLanguage } from '../language.tsx'
import { DecisionAbout } from './decision-about.tsx'

interface DetachedDecisionsProps {
  readonly detached: readonly Detached[]
  readonly onUndo: (decision: string) => void
}

/** Decisions that stand and whose words the document does not have any more, since it was read anew. */
export function DetachedDecisions({ detached, onUndo }: DetachedDecisionsProps) {
  const { t, language } = useLanguage()
  if (detached.length === 0) return null
  return (
    <details class="detached-decisions">
      <summary>{t('detached.title', { count: detached.length })}</summary>
      <p>{t('detached.text')}</p>
      <ul>
        {detached.map(({ decision }) => (
          <li key={decision.id}>
            <time dateTime={decision.when}>{formatMoment(decision.when, language)}</time> <b>{decision.who}</b>{' '}
            <DecisionAbout decision={decision} others={[]} /> <q lang="vi">{quoteOf(decision)}</q>{' '}
            <button type="button" onClick={() => onUndo(decision.id)}>
              {t('history.undo')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The words that it was about. */
const quoteOf = (decision: Detached['decision']): string =>
  'anchor' in decision
    ? (decision.anchor?.quote ?? '')
    : 'flag' in decision
      ? decision.flag.evidence.map(({ quote }) => quote).join(' … ')
      : ''
