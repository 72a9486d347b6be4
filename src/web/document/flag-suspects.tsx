import type { Flag, Observation } from '../../contract/index.ts'
import { formatShare } from '../format/number.ts'
import { formatPeriod } from '../format/period.ts'
import { STATUS_SHORT } from '../labels.ts'
import { useLanguage } from '../language.tsx'
import { FigureButton } from './figure-button.tsx'
import { type FlaggedFigure, figureOf } from './flag-index.ts'
import type { FlagLinks } from './flag-note.tsx'

interface FlagSuspectsProps {
  readonly suspects: Flag['suspects']
  readonly links: FlagLinks
  readonly record: string | null
  readonly entry: boolean
  readonly onShow: (figure: FlaggedFigure) => void
}

/** The numbers that may be to blame, the likeliest first and with what it counts. */
export function FlagSuspects({ suspects, links, record, entry, onShow }: FlagSuspectsProps) {
  const { language, t, say } = useLanguage()
  const known = suspects.flatMap(({ observation, weight }) => {
    const found = links.records.get(observation)
    return found === undefined ? [] : [{ found, weight }]
  })
  if (known.length === 0) return null
  const about = ({ label, period, status }: Observation): string =>
    [label, period === null ? null : formatPeriod(period, language), say(STATUS_SHORT[status])]
      .filter(Boolean)
      .join(', ')
  return (
    <p class="flag-suspects">
      {t('flags.suspects')}:{' '}
      {known.map(({ found, weight }, i) => (
        <span key={found.id} class={i === 0 ? 'first-suspect' : undefined} title={about(found)}>
          {i > 0 && <span class="quiet"> · </span>}
          <FigureButton
            figure={figureOf(found)}
            words={links.text.slice(found.evidence.start, found.evidence.end)}
            suspect={i === 0}
            record={record}
            entry={entry}
            onShow={onShow}
          />{' '}
          {i === 0 && `(${about(found)}) `}
          {i > 0 && <span class="unseen">({about(found)}) </span>}
          <span class="flag-weight">{formatShare(weight, language)}</span>
        </span>
      ))}
    </p>
  )
}
