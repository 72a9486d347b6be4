import { memo } from 'preact/compat'
import { useMemo } from 'preact/hooks'
import type { Status } from '../../contract/index.ts'
import { formatNumber } from '../format/number.ts'
import { STATUS_SHAPE, STATUS_SHORT } from '../labels.ts'
import { useLanguage } from '../language.tsx'
import type { ShownRecord } from '../review/shown-record.ts'
import type { TextKey } from '../texts.ts'
import type { FlagIndex } from './flag-index.ts'
import { EVERYTHING, type RecordFilter, SHOWN, type Shown } from './record-filter.ts'

const STATUSES: readonly Status[] = ['actual', 'estimate', 'target']

/** The filters in their order; all but the undecided are offered only where they show something. */
const OFFERED: readonly { readonly show: Shown; readonly shape: string; readonly label: TextKey }[] = [
  { show: 'flagged', shape: '▲', label: 'records.flagged' },
  { show: 'doubtful', shape: '?', label: 'records.doubtful' },
  { show: 'changed', shape: '≠', label: 'records.changed' },
  { show: 'undecided', shape: '…', label: 'records.undecided' },
  { show: 'rejected', shape: '✕', label: 'records.rejected' },
  { show: 'unverified', shape: '○', label: 'records.unverified' },
]

interface RecordFiltersProps {
  readonly filter: RecordFilter
  readonly records: readonly ShownRecord[]
  readonly flagged: FlagIndex['byRecord']
  /** How many records the filter lets through. */
  readonly shown: number
  readonly onChange: (filter: RecordFilter) => void
}

function Filters({ filter, records, flagged, shown, onChange }: RecordFiltersProps) {
  const { language, t, say } = useLanguage()
  const write = (count: number) => formatNumber(count, language)
  const offered = useMemo(
    () => OFFERED.map(each => ({ ...each, count: records.filter(r => SHOWN[each.show](r, flagged)).length })),
    [records, flagged],
  )
  const isOffered = ({ show, count }: (typeof offered)[number]) =>
    filter.show === show || (count > 0 && show !== 'unverified')
  return (
    <search class="record-filters">
      <button type="button" aria-pressed={filter.show === null} onClick={() => onChange({ ...filter, show: null })}>
        {t('records.status.all')} {write(records.length)}
      </button>
      {offered.filter(isOffered).map(({ show, shape, label, count }) => (
        <button
          key={show}
          type="button"
          aria-pressed={filter.show === show}
          onClick={() => onChange({ ...filter, show: filter.show === show ? null : show })}
        >
          <span aria-hidden="true">{shape} </span>
          {t(label)} {write(count)}
        </button>
      ))}
      <select
        aria-label={t('records.status')}
        value={filter.status ?? ''}
        onChange={event => onChange({ ...filter, status: (event.currentTarget.value || null) as Status | null })}
      >
        <option value="">{t('records.status.any')}</option>
        {STATUSES.map(status => (
          <option key={status} value={status}>
            {STATUS_SHAPE[status]} {say(STATUS_SHORT[status])}
          </option>
        ))}
      </select>
      <input
        type="search"
        id="search"
        aria-label={t('records.search')}
        placeholder={t('records.search')}
        value={filter.words}
        onInput={event => onChange({ ...filter, words: event.currentTarget.value })}
      />
      {shown < records.length && (
        <span class="quiet" aria-live="polite">
          {t('records.shown', { shown: write(shown), total: write(records.length) })}{' '}
          <button type="button" class="plain" onClick={() => onChange(EVERYTHING)}>
            {t('archive.filter.clear')}
          </button>
        </span>
      )}
    </search>
  )
}

/** Drawn again only when the filter or what it counts has changed. */
export const RecordFilters = memo(Filters)
