import { useEffect, useRef, useState } from 'preact/hooks'
import type { Facets } from '../../http/schemas.ts'
import { AREA_LEVEL, DOCUMENT_KIND, DOCUMENT_STATE } from '../labels.ts'
import { useLanguage } from '../language.tsx'
import { FilterSelect } from './filter-select.tsx'
import type { FilterKey, Filters } from './filters.ts'

const TYPING_PAUSE_MS = 250

interface FilterBarProps {
  readonly filters: Filters
  /** Null until the server told which values there are. */
  readonly facets: Facets | null
  readonly onChange: (change: Partial<Record<FilterKey, string>>) => void
}

export function FilterBar({ filters, facets, onChange }: FilterBarProps) {
  const { t, say } = useLanguage()
  const [words, setWords] = useState(filters.q)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  // The address may change without the field: back button, filters cleared.
  useEffect(() => setWords(filters.q), [filters.q])

  const type = (value: string) => {
    setWords(value)
    clearTimeout(pause.current)
    pause.current = setTimeout(() => onChange({ q: value.trim() }), TYPING_PAUSE_MS)
  }

  return (
    <search class="filters">
      <label class="filter-search">
        <span>{t('archive.search')}</span>
        <input
          type="search"
          id="search"
          maxLength={200}
          value={words}
          placeholder={t('archive.search.hint')}
          onInput={event => type(event.currentTarget.value)}
        />
      </label>
      <FilterSelect
        label={t('archive.filter.area')}
        value={filters.area}
        options={(facets?.areas ?? []).map(({ code, name, level, documents }) => ({
          value: code ?? name,
          label: `${name}, ${say(AREA_LEVEL[level])}`,
          documents,
        }))}
        onChange={area => onChange({ area })}
      />
      <FilterSelect
        label={t('archive.filter.year')}
        value={filters.year}
        options={(facets?.years ?? []).map(({ year, documents }) => ({
          value: String(year),
          label: String(year),
          documents,
        }))}
        onChange={year => onChange({ year })}
      />
      <FilterSelect
        label={t('archive.filter.kind')}
        value={filters.kind}
        options={(facets?.kinds ?? []).map(({ kind, documents }) => ({
          value: kind,
          label: say(DOCUMENT_KIND[kind]),
          documents,
        }))}
        onChange={kind => onChange({ kind })}
      />
      <FilterSelect
        label={t('archive.filter.state')}
        value={filters.state}
        options={(facets?.states ?? []).map(({ state, documents }) => ({
          value: state,
          label: say(DOCUMENT_STATE[state]),
          documents,
        }))}
        onChange={state => onChange({ state })}
      />
      <label class="filter-check">
        <input
          type="checkbox"
          checked={filters.flagged === 'true'}
          onChange={event => onChange({ flagged: event.currentTarget.checked ? 'true' : '' })}
        />
        {t('archive.filter.flagged')}
      </label>
    </search>
  )
}
