import { flushSync } from 'preact/compat'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { guardLeaving } from '../router.tsx'
import { focusRecords } from './focus-records.ts'
import { inOtherReading, isUnfinished, LOOKING, type Mode, recordOf } from './mode.ts'

/** What the reviewer is at, and how it is left without anything being lost. */
export interface ModeControl {
  readonly mode: Mode
  readonly enter: (mode: Mode) => void
  /** Back to looking, whatever was typed; the keyboard goes on from the records. */
  readonly finish: () => void
  /** The same, unless a decision is on its way. */
  readonly leave: () => void
  /** Does something for which the form that is open has to be left; asks before, where something was typed in it. */
  readonly leaveFor: (what: () => void) => void
  /** Told that the document was read anew, and which record of that reading is the selected one. */
  readonly follow: (record: string | null) => void
  /** Selects something; a form that stands under a record is left for another one. */
  readonly choose: (id: string | null, select?: () => void) => void
  /** What waits for an answer to whether what was typed is to be given up; null where nothing does. */
  readonly question: { readonly goOn: () => void; readonly giveUp: () => void } | null
}

interface Around {
  readonly selected: string | null
  readonly select: (id: string | null) => void
  /** A decision of the form is on its way. */
  readonly busy: boolean
  /** Told that the form is left. */
  readonly drop: () => void
  /** Told where a form cannot be left, because it is busy. */
  readonly onBusy: () => void
}

export const useMode = (around: Around): ModeControl => {
  const { selected } = around
  const [mode, setMode] = useState<Mode>(LOOKING)
  const [waiting, wait] = useState<{ readonly what: () => void } | null>(null)
  const now = useRef({ ...around, mode })
  now.current = { ...around, mode }

  // At once: what is typed next belongs to the form, and is no command.
  const enter = useCallback((next: Mode) => {
    flushSync(() => {
      setMode(next)
      wait(null)
    })
  }, [])
  const finish = useCallback(() => {
    now.current.drop()
    enter(LOOKING)
    focusRecords()
  }, [enter])
  const leave = useCallback(() => {
    if (now.current.busy) now.current.onBusy()
    else finish()
  }, [finish])
  const leaveFor = useCallback(
    (what: () => void) => {
      const { mode, busy, drop, onBusy } = now.current
      if (busy) onBusy()
      else if (isUnfinished(mode)) wait({ what })
      else {
        drop()
        if (mode.is !== 'looking') enter(LOOKING)
        what()
      }
    },
    [enter],
  )
  const choose = useCallback(
    (id: string | null, select: () => void = () => now.current.select(id)) => {
      const own = recordOf(now.current.mode)
      if (own === null || own === id) select()
      else leaveFor(select)
    },
    [leaveFor],
  )

  const follow = useCallback((record: string | null) => {
    const next = inOtherReading(now.current.mode, record)
    // What becomes of a decision of the form is told like that of any other from here on.
    if (next === LOOKING) now.current.drop()
    setMode(next)
    wait(null)
  }, [])

  // The address may be changed by hand.
  useEffect(() => {
    const own = recordOf(now.current.mode)
    if (own === null || own === selected) return
    now.current.select(own)
    choose(selected)
  }, [selected, choose])

  useEffect(() => guardLeaving({ holds: () => isUnfinished(now.current.mode), ask: go => leaveFor(go) }), [leaveFor])

  const question =
    waiting === null
      ? null
      : {
          goOn: () => {
            wait(null)
            document.querySelector<HTMLElement>('form[data-draft] input')?.focus()
          },
          giveUp: () => {
            finish()
            waiting.what()
          },
        }
  return { mode, enter, finish, leave, leaveFor, follow, choose, question }
}
