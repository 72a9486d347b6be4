import { useLanguage } from '../language.tsx'

interface PlacesButtonProps {
  readonly open: boolean
  /** The id of what it opens. */
  readonly controls: string
  readonly onToggle: () => void
}

/** Shows and hides the places of a row. */
export function PlacesButton({ open, controls, onToggle }: PlacesButtonProps) {
  const { t } = useLanguage()
  return (
    <button
      type="button"
      class="plain"
      aria-expanded={open}
      aria-controls={open ? controls : undefined}
      onClick={onToggle}
    >
      {t(open ? 'dashboard.hide' : 'dashboard.show')}
    </button>
  )
}
