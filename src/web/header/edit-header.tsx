import { useState } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { useLeaveWarning } from '../ui/use-leave-warning.ts'
import type { HeaderDesk, KnownHeader } from './decide-on-header.ts'
import { HeaderEditor } from './header-editor.tsx'
import { isUnsaved, useKeptEdits } from './kept-edits.ts'

interface EditHeaderProps {
  readonly document: string
  /** Null until it is known what reviewers have decided. */
  readonly known: KnownHeader | null
  readonly desk: HeaderDesk
}

/** Opens the editor of a header, and keeps what was typed in it while it is closed. */
export function EditHeader({ document, known, desk }: EditHeaderProps) {
  const { t } = useLanguage()
  const [open, setOpen] = useState(false)
  const [saved, setSaved] = useState(false)
  const [edits, keep] = useKeptEdits(document)
  const unsaved = isUnsaved(edits)
  useLeaveWarning(unsaved)
  return (
    <>
      <button
        type="button"
        disabled={known === null}
        onClick={() => {
          setSaved(false)
          setOpen(true)
        }}
      >
        {t(unsaved ? 'header.edit.unsaved' : 'header.edit')}
      </button>
      <span class="unseen" role="status">
        {saved && t('header.saved')}
      </span>
      {open && known !== null && (
        <HeaderEditor
          document={document}
          known={known}
          edits={edits}
          onEdits={keep}
          desk={desk}
          onClose={wasSaved => {
            setOpen(false)
            setSaved(wasSaved)
          }}
        />
      )}
    </>
  )
}
