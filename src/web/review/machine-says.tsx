import { formatPeriod } from '../format/period.ts'
import { formatValue } from '../format/value.ts'
import { STATUS } from '../labels.ts'
import { useLanguage } from '../language.tsx'
import type { ShownRecord } from './shown-record.ts'

/** What the machine says of a record that a reviewer has settled otherwise. */
export function MachineSays({ record: { machine } }: { readonly record: ShownRecord }) {
  const { t, say, language } = useLanguage()
  if (machine === null) return null
  const { observation, since } = machine
  const figure = observation === null ? null : formatValue(observation, language)
  return (
    <p class={since ? 'machine-says machine-since' : 'machine-says'}>
      <span aria-hidden="true">≠ </span>
      {t(since ? 'review.machine-since' : 'review.machine')}:{' '}
      {observation === null || figure === null ? (
        t('review.machine-nothing')
      ) : (
        <b lang="vi">
          {[
            observation.label,
            `${figure.number} ${figure.unit}`.trim(),
            observation.period === null ? '' : formatPeriod(observation.period, language),
            say(STATUS[observation.status]),
          ]
            .filter(Boolean)
            .join(' · ')}
        </b>
      )}
    </p>
  )
}
