import type { Observation, Status } from '../../contract/index.ts'
import { SEVERITY_SHAPE, STATUS_SHAPE, STATUS_SHORT } from '../labels.ts'
import { useLanguage } from '../language.tsx'
import { type FlagIndex, isUnverified } from './flag-index.ts'
import { EVERYTHING, type RecordFilter } from './record-filter.ts'

const STATUSES: readonly Status[] = ['actual', 'estimate', 'target']

interface RecordFiltersProps {
  readonly filter: RecordFilter
  readonly records: readonly Observation[]
  readonly flagged: FlagIndex['byRecord']
  /** How many records the filter lets through. */
  readonly shown: number
  readonly onChange: (filter: RecordFilter) => void
}

export function RecordFilters({ filter, records, flagged, shown, onChange }: RecordFiltersProps) {
  const { t, say } = useLanguage()
  const toggle = (checked: RecordFilter['checked']) =>
    onChange({ ...filter, checked: filter.checked === checked ? null : checked })
  return (
    <search class="record-filters">
      <button type="button" aria-pressed={filter.status === null} onClick={() => onChange({ ...filter, status: null })}>
        {t('records.status.all')} {records.length}
      </button>
      {STATUSES.map(status => (
        <button
          key={status}
          type="button"
          aria-pressed={filter.status === status}
          onClick={() => onChange({ ...filter, status })}
        >
          <span aria-hidden="true">{STATUS_SHAPE[status]} </span>
          {say(STATUS_SHORT[status])} {records.filter(record => record.status === status).length}
        </button>
      ))}
      {flagged.size > 0 && (
        <button type="button" aria-pressed={filter.checked === 'flagged'} onClick={() => toggle('flagged')}>
          <span aria-hidden="true">{SEVERITY_SHAPE.error} </span>
          {t('records.flagged')} {records.filter(({ id }) => flagged.has(id)).length}
        </button>
      )}
      {filter.checked === 'unverified' && (
        <button type="button" aria-pressed="true" onClick={() => toggle('unverified')}>
          {t('records.unverified')} {records.filter(record => isUnverified(record, flagged)).length}
        </button>
      )}
      <input
        type="search"
        id="search"
        aria-label={t('records.search')}
        placeholder={`${t('records.search')} (/)`}
        value={filter.words}
        onInput={event => onChange({ ...filter, words: event.currentTarget.value })}
      />
      {shown < records.length && (
        <span class="quiet" aria-live="polite">
          {t('records.shown', { shown, total: records.length })}{' '}
          <button type="button" class="plain" onClick={() => onChange(EVERYTHING)}>
            {t('archive.filter.clear')}
          </button>
        </span>
      )}
    </search>
  )
}
