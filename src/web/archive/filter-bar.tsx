import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Facets } from '../../http/schemas.ts'
import { AREA_LEVEL, DOCUMENT_KIND, DOCUMENT_STATE, REVIEW_STATE } from '../labels.ts'
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
  const sought = useRef(filters.q)
  // The address may change without the field: back button, filters cleared. What it has from the field leaves the field as it is,
  // with the blank that another word is to follow.
  useEffect(() => {
    if (filters.q === sought.current) return
    clearTimeout(pause.current)
    sought.current = filters.q
    setWords(filters.q)
  }, [filters.q])
  // Who leaves the page within the pause is not called back: with the page, as the pause may be over before the next is painted.
  useLayoutEffect(() => () => clearTimeout(pause.current), [])

  const type = (value: string) => {
    setWords(value)
    clearTimeout(pause.current)
    pause.current = setTimeout(() => {
      sought.current = value.trim()
      onChange({ q: sought.current })
    }, TYPING_PAUSE_MS)
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
        label={t('archive.filter.issuer')}
        value={filters.issuer}
        options={(facets?.issuers ?? []).map(({ issuer, documents }) => ({ value: issuer, label: issuer, documents }))}
        onChange={issuer => onChange({ issuer })}
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
      <FilterSelect
        label={t('archive.filter.review')}
        value={filters.review}
        options={(facets?.reviews ?? []).map(({ review, documents }) => ({
          value: review,
          label: say(REVIEW_STATE[review]),
          documents,
        }))}
        onChange={review => onChange({ review })}
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
