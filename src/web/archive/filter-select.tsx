import { useLanguage } from '../language.tsx'

interface Option {
  readonly value: string
  readonly label: string
  readonly documents: number
}

interface FilterSelectProps {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  readonly onChange: (value: string) => void
}

export function FilterSelect({ label, value, options, onChange }: FilterSelectProps) {
  const { t } = useLanguage()
  const known = value === '' || options.some(option => option.value === value)
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={event => onChange(event.currentTarget.value)}>
        <option value="">{t('archive.filter.any')}</option>
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label} ({option.documents})
          </option>
        ))}
        {/* An address may filter by a value that no document has (any more): it must be seen to be taken back. */}
        {!known && <option value={value}>{value}</option>}
      </select>
    </label>
  )
}
