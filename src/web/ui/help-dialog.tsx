import { useEffect, useRef } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import type { TextKey } from '../texts.ts'

const KEYS: readonly (readonly [string, TextKey])[] = [
  ['J', 'help.next'],
  ['K', 'help.previous'],
  ['F', 'help.flag.next'],
  ['Shift F', 'help.flag.previous'],
  ['/', 'help.search'],
  ['Esc', 'help.leave'],
  ['?', 'help.help'],
]

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={onClose}>
      <h2 id="help-title">{t('help.title')}</h2>
      <dl>
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">{t('help.close')}</button>
      </form>
    </dialog>
  )
}
