import { isComposing } from './composing.ts'

/** The keys of a form: Esc leaves it. Those of an input method do nothing, nor does an Enter that is held. */
export const formKeys =
  (onCancel: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.repeat || isComposing(event))) event.preventDefault()
    if (event.key !== 'Escape' || isComposing(event)) return
    event.preventDefault()
    if (!event.repeat) onCancel()
  }
