import { useLanguage } from '../language.tsx'
import type { FlaggedFigure } from './flag-index.ts'

interface FigureButtonProps {
  readonly figure: FlaggedFigure
  readonly words: string
  /** The likeliest to be wrong of its sum. */
  readonly suspect: boolean
  /** The selected record. */
  readonly record: string | null
  /** The tab key stops at it. */
  readonly entry: boolean
  readonly onShow: (figure: FlaggedFigure) => void
}

/** A number that leads to its ink. */
export function FigureButton({ figure, words, suspect, record, entry, onShow }: FigureButtonProps) {
  const { t } = useLanguage()
  return (
    <button
      type="button"
      class={`plain figure-button${suspect ? ' is-suspect' : ''}`}
      title={t('why.show')}
      aria-current={figure.observation !== null && figure.observation === record ? 'true' : undefined}
      tabIndex={entry ? 0 : -1}
      onClick={() => onShow(figure)}
    >
      {words}
    </button>
  )
}
