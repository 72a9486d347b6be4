import type { BackfillProgress } from '../../http/backfill-schemas.ts'
import { formatDuration } from '../format/duration.ts'
import { formatNumber, formatShare } from '../format/number.ts'
import { useLanguage } from '../language.tsx'
import { failedFiles, readFiles, settledFiles } from './counts.ts'

/** How far a backfill is: bar, rate, time left, and what has come of it so far. */
export function ProgressPanel({ backfill: { state, progress } }: { backfill: BackfillProgress }) {
  const { language, t } = useLanguage()
  const n = (value: number) => formatNumber(value, language)
  const settled = settledFiles(progress)
  const { items, states, perSecond, remainingSeconds } = progress
  const facts: readonly (readonly [string, string])[] = [
    [t('backfills.files'), n(items)],
    [t('backfills.read'), n(readFiles(progress))],
    [t('backfills.failed'), n(failedFiles(progress))],
    [t('backfill.skipped'), n(states.skipped)],
    [t('backfill.known'), n(progress.known)],
    [t('archive.records'), n(progress.observations)],
    [t('archive.flags'), n(progress.flags)],
  ]
  return (
    <section class="backfill-progress" aria-label={t('backfill.progress')}>
      {state !== 'done' && (
        <p class="backfill-bar">
          {/* how many there are is known when all have been found */}
          {state === 'storing' ? (
            <progress aria-label={t('backfill.progress')} />
          ) : (
            <progress max={items} value={settled} aria-label={t('backfill.progress')} />
          )}
          <b>
            {state === 'storing'
              ? t('backfill.storing', { items: n(items) })
              : t('backfill.of', {
                  settled: n(settled),
                  items: n(items),
                  share: formatShare(settled / Math.max(1, items), language),
                })}
          </b>
          <span>{t('backfill.rate', { rate: n(perSecond) })}</span>
          <span>
            {remainingSeconds === null
              ? t('backfill.remaining.unknown')
              : t('backfill.remaining', { time: formatDuration(remainingSeconds, language) })}
          </span>
        </p>
      )}
      {state !== 'done' && <p class="quiet">{t('backfill.safe')}</p>}
      <dl class="backfill-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
