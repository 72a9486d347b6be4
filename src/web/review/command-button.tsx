import { useLanguage } from '../language.tsx'
import type { Command } from './command.ts'

/** A command as a button, with its key. */
export function CommandButton({ command: { keys, label, details, run } }: { readonly command: Command }) {
  const { t } = useLanguage()
  return (
    <button type="button" onClick={() => void run()} aria-keyshortcuts={keys.replace(' ', '+')}>
      {t(label, details)} <kbd>{keys}</kbd>
    </button>
  )
}
