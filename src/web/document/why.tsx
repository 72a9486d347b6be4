import type { ExplainedAttribute, Observation, Reason, Span } from '../../contract/index.ts'
import { formatPeriod } from '../format/period.ts'
import { formatValue } from '../format/value.ts'
import {
  ATTRIBUTE,
  COMPARATOR,
  MEASURE,
  ONE_ORGANISATION,
  ORIGIN,
  PER,
  SECTOR,
  STATUS,
  SUBJECT,
  UNIT,
} from '../labels.ts'
import { useLanguage } from '../language.tsx'

interface WhyProps {
  readonly record: Observation
  readonly text: string
  readonly onPoint: (span: Span) => void
}

type Show = (record: Observation, language: 'vi' | 'en') => string

/** What each attribute is, in words; the order is the table's. */
const SHOWN: Record<ExplainedAttribute, Show> = {
  indicator: ({ label }) => label,
  subject: ({ subject }, language) => SUBJECT[subject][language],
  sector: ({ sector }, language) => (sector === null ? '–' : SECTOR[sector][language]),
  value: (record, language) => formatValue(record, language).number,
  comparator: ({ comparator }, language) => COMPARATOR[comparator][language] || '=',
  unit: ({ unit }, language) => UNIT[unit][language],
  per: ({ per, subject }, language) =>
    per.map(p => (p === 'organisation' ? ONE_ORGANISATION[subject] : PER[p])[language]).join(', ') || '–',
  period: ({ period }, language) => (period === null ? '–' : formatPeriod(period, language)),
  status: ({ status }, language) => STATUS[status][language],
  measure: ({ measure }, language) => MEASURE[measure][language],
}

const wordsOf = ({ start, end, text: words }: Reason, text: string): string =>
  words ?? (start === undefined || end === undefined ? '' : text.slice(start, end))

/** Why a record says what it says: attribute by attribute, the words it was taken from and the rule that took it. */
export function Why({ record, text, onPoint }: WhyProps) {
  const { language, t, say } = useLanguage()
  const explained = (Object.keys(SHOWN) as ExplainedAttribute[]).flatMap(attribute => {
    const reason = record.because[attribute]
    return reason === undefined ? [] : [{ attribute, reason }]
  })
  if (explained.length === 0) return <p class="quiet">{t('why.none')}</p>
  return (
    <table aria-label={t('why.title')}>
      <thead>
        <tr>
          <th scope="col">{t('why.title')}</th>
          <th scope="col">{t('why.value')}</th>
          <th scope="col">{t('why.from')}</th>
        </tr>
      </thead>
      <tbody>
        {explained.map(({ attribute, reason }) => (
          <tr key={attribute}>
            <th scope="row">{say(ATTRIBUTE[attribute])}</th>
            <td>{SHOWN[attribute](record, language)}</td>
            <td>
              {say(ORIGIN[reason.from])} <Words reason={reason} words={wordsOf(reason, text)} onPoint={onPoint} />
              {reason.rule !== undefined && <code title={t('why.rule')}>{reason.rule}</code>}
              {reason.contradicted !== undefined && (
                <span title={say(ORIGIN.learned)}>
                  {t('why.contradicted')} <code>{reason.contradicted}</code>
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface WordsProps {
  readonly reason: Reason
  readonly words: string
  readonly onPoint: (span: Span) => void
}

/** The words a reason names; a click shows them in the text. */
function Words({ reason: { start, end }, words, onPoint }: WordsProps) {
  const { t } = useLanguage()
  if (words === '') return null
  if (start === undefined || end === undefined) return <q>{words}</q>
  return (
    <button type="button" class="plain" title={t('why.show')} onClick={() => onPoint({ start, end })}>
      <q>{words}</q>
    </button>
  )
}
