import { useEffect } from 'preact/hooks'
import { warnBeforeUnload } from './warn-before-unload.ts'

/** Has the browser ask before the pages are left, as long as something would be lost by it. */
export const useLeaveWarning = (wouldLose: boolean): void => {
  useEffect(() => (wouldLose ? warnBeforeUnload(() => true) : undefined), [wouldLose])
}
