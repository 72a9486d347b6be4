import { useLanguage } from '../language.tsx'
import type { SourceView } from './use-source-view.ts'

interface SourceTabsProps {
  readonly shown: SourceView
  /** The document has pages that can be shown. */
  readonly pages: boolean
  readonly tables: number
  /** It scrolls together with its records. */
  readonly together: boolean
  readonly onView: (view: SourceView) => void
  readonly onTogether: (together: boolean) => void
  readonly onFind: () => void
}

/** Chooses how the document is looked at; what it does not have is not offered. */
export function SourceTabs({ shown, pages, tables, together, onView, onTogether, onFind }: SourceTabsProps) {
  const { t } = useLanguage()
  const offered: readonly (readonly [SourceView, string])[] = [
    ...(pages ? [['page', t('source.page')] as const] : []),
    ['text', t('source.text')],
    ...(tables > 0 ? [['tables', t('source.tables', { count: tables })] as const] : []),
  ]
  return (
    <div class="source-tabs">
      {offered.length > 1 && (
        <fieldset aria-label={t('source.views')}>
          {offered.map(([view, label]) => (
            <button key={view} type="button" aria-pressed={view === shown} onClick={() => onView(view)}>
              {label}
            </button>
          ))}
        </fieldset>
      )}
      <span class="source-tools">
        <button
          type="button"
          class="together"
          aria-pressed={together}
          title={t('together.title')}
          onClick={() => onTogether(!together)}
        >
          <span aria-hidden="true">⇅ </span>
          {t('together.toggle')}
        </button>
        <button type="button" onClick={onFind}>
          {t('find.open')} <kbd>/</kbd>
        </button>
      </span>
    </div>
  )
}
