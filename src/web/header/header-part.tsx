import type { ComponentChildren } from 'preact'
import type { CurrentHeader, HeaderField } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'
import { FIELDS } from './header-draft.ts'
import { FIELD_NAME } from './header-words.ts'
import { SettledBy } from './settled-by.tsx'

interface HeaderPartProps {
  readonly header: CurrentHeader
  readonly field: HeaderField
  readonly wide?: boolean
  readonly busy: boolean
  readonly onUndo: (decision: string) => void
  readonly children: ComponentChildren
}

/** A header field in the form, with whose its value is, and the way back where it is a reviewer's. */
export function HeaderPart({ header, field, wide = false, busy, onUndo, children }: HeaderPartProps) {
  const { t } = useLanguage()
  const decision = header.settled[field]?.decision
  const together = FIELDS.filter(each => decision !== undefined && header.settled[each]?.decision === decision)
  const names = together.map(each => t(FIELD_NAME[each])).join('; ')
  return (
    <div class={wide ? 'header-part is-wide' : 'header-part'} data-field={field}>
      {children}
      {decision !== undefined && (
        <p class="header-settled">
          <SettledBy header={header} field={field} />
          <button
            type="button"
            class="plain"
            disabled={busy}
            aria-label={t('header.undo.of', { fields: names })}
            onClick={() => onUndo(decision)}
          >
            {t('header.undo')}
            {together.length > 1 && ` (${names})`}
          </button>
        </p>
      )}
    </div>
  )
}
