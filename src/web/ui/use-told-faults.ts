import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'

/** So long nobody types until what stands there is taken for whole, in milliseconds. */
const REST = 500

/** What is wrong with each field of a form. */
type Faults = Readonly<Partial<Record<string, string>>>

interface ToldFaults<F extends Faults> {
  /** All there are. */
  readonly faults: F
  /** Those that are told: a number that is half typed is not called wrong. */
  readonly told: F
  /** Typing rests: a field is left. Not for a button, which must not move under the pointer that is pressed on it. */
  readonly rest: (left: Pick<FocusEvent, 'relatedTarget'>) => void
  /** Tells all and goes to the first. */
  readonly goToFirst: () => void
}

/**
 * The faults of a form that is judged as it is typed: what is wrong is told when typing rests, and not any longer when it is another.
 * @param typed the same object until something else is typed
 */
export const useToldFaults = <Typed, F extends Faults>(
  form: RefObject<HTMLFormElement | null>,
  typed: Typed,
  faultsOf: (typed: Typed) => F,
): ToldFaults<F> => {
  const [rested, setRested] = useState(typed)
  const [gone, go] = useState(0)
  useLayoutEffect(() => {
    const timer = setTimeout(setRested, REST, typed)
    return () => clearTimeout(timer)
  }, [typed])
  useEffect(() => {
    if (gone > 0) goToFault(form.current)
  }, [gone])

  const faults = faultsOf(typed)
  const before = rested === typed ? faults : faultsOf(rested)
  return {
    faults,
    told: Object.fromEntries(Object.entries(faults).filter(([field, fault]) => before[field] === fault)) as F,
    rest: ({ relatedTarget }) => {
      if (!(relatedTarget instanceof HTMLButtonElement)) setRested(typed)
    },
    goToFirst: () => {
      setRested(typed)
      go(gone + 1)
    },
  }
}

/** Goes to the first field of a form that something is wrong with. */
export const goToFault = (form: HTMLFormElement | null): void =>
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
