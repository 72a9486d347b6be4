import { useEffect, useMemo, useState } from 'preact/hooks'
import { reviewCalls } from '../api/review.ts'
import { Desk } from './desk.ts'
import { type DeskState, NOTHING_KNOWN } from './desk-state.ts'

/** A desk for a document, as long as the page shows it. */
export const useDesk = (document: string): readonly [desk: Desk, state: DeskState] => {
  const [state, setState] = useState(NOTHING_KNOWN)
  const desk = useMemo(() => new Desk(document, reviewCalls, setState), [document])

  useEffect(() => {
    desk.reload()
    // Others may have decided while the page was out of sight.
    const look = () => {
      if (window.document.visibilityState === 'visible') desk.reload()
    }
    window.document.addEventListener('visibilitychange', look)
    return () => {
      window.document.removeEventListener('visibilitychange', look)
      desk.close()
    }
  }, [desk])

  return [desk, state]
}
