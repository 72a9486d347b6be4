import { useEffect, useRef } from 'preact/hooks'

/** By the key's value, letters in lower case; whether the shift key is held is told by the event. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>

const TYPING = 'input, textarea, select'

/** Single keys for the whole page; they rest while the user types in a field, a dialog is open or a modifier is held. */
export const useKeys = (keys: Keys): void => {
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest(TYPING)) {
        if (event.key === 'Escape' && target instanceof HTMLElement) target.blur()
        return
      }
      if (document.querySelector('dialog[open]') !== null) return
      const act = current.current[event.key.toLowerCase()]
      if (act === undefined) return
      event.preventDefault()
      act(event)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
