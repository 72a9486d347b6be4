import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { guardLeaving } from '../router.tsx'
import type { Desk } from './desk.ts'
import type { DeskState } from './desk-state.ts'

/** What is asked of a reviewer who goes while something is not stored. */
export interface Leaving {
  readonly stay: () => void
  readonly giveUp: () => void
}

/** What is on its way is stored within this, as a rule: nobody is asked. */
const PATIENCE_MS = 800

/**
 * Keeps the page until everything that was decided on it is stored: who goes waits for that, or is asked where it takes long.
 * @returns null where nothing is asked
 */
export const useLeaveGuard = (desk: Desk, { unsaved, held, waiting }: DeskState): Leaving | null => {
  const [leaving, setLeaving] = useState<{ readonly go: () => void } | null>(null)
  const [waited, setWaited] = useState(false)
  const end = useRef(() => {})
  const keeps = unsaved > 0

  // From the moment that the decision shows: who decides and goes may do so before that is painted.
  useLayoutEffect(() => {
    if (!keeps) return
    end.current = guardLeaving({ holds: () => true, ask: go => setLeaving({ go }) })
    return () => end.current()
  }, [keeps])

  useEffect(() => {
    if (leaving === null) return
    if (!keeps) {
      setLeaving(null)
      return leaving.go()
    }
    const timer = setTimeout(() => setWaited(true), PATIENCE_MS)
    return () => {
      clearTimeout(timer)
      setWaited(false)
    }
  }, [leaving, keeps])

  if (leaving === null || !(waited || held !== null || waiting.length > 0)) return null
  return {
    stay: () => setLeaving(null),
    giveUp: () => {
      setLeaving(null)
      end.current()
      desk.giveUp()
      leaving.go()
    },
  }
}
