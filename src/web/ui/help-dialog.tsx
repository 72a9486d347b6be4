import { useLayoutEffect, useRef } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import type { Command } from '../review/command.ts'

interface HelpDialogProps {
  /** What keys do now. */
  readonly commands: readonly Command[]
  readonly onClose: () => void
}

/** The keys that are valid now; those that are not are left out. */
export function HelpDialog({ commands, onClose }: HelpDialogProps) {
  const { t } = useLanguage()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={onClose}>
      <h2 id="help-title">{t('help.title')}</h2>
      <dl>
        {commands.map(({ keys, label, details }) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(label, details)}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">{t('help.close')}</button>
      </form>
    </dialog>
  )
}
