import { useLayoutEffect, useRef } from 'preact/hooks'
import { isComposing } from './composing.ts'
import type { Keys } from './keys.ts'

/** What stands on the key, where a Vietnamese input method has made another letter of it (Telex: `w` is `ư`, `]` is `ơ`). */
const ON_KEYS: Readonly<Record<string, string>> = { BracketLeft: '[', BracketRight: ']' }

const nameOf = ({ key, code }: KeyboardEvent): string =>
  /^[ -~]+$/.test(key) && key !== 'Process'
    ? key.toLowerCase()
    : (ON_KEYS[code] ?? code.replace(/^Key/, '').toLowerCase())

const TYPING = 'input, textarea, select'

/** Single keys for the whole page; they rest while the user types in a field, a dialog is open or a modifier is held. */
export const useKeys = (keys: Keys): void => {
  const current = useRef(keys)
  current.current = keys
  // With the page, not once it is painted: a key is for what is there when it is pressed, never for what was left before.
  useLayoutEffect(() => {
    /** The key that was a command: as long as it is held, it does not type into what it opened. */
    let held: string | null = null
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (!event.repeat) held = null
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest(TYPING)) {
        if (event.repeat && event.code === held) event.preventDefault()
        else if (event.key === 'Escape' && !isComposing(event) && target instanceof HTMLElement) target.blur()
        return
      }
      if (document.querySelector('dialog[open]') !== null) return
      const act = current.current[nameOf(event)]
      if (act === undefined) return
      held = event.code
      if (act(event) !== false) event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
