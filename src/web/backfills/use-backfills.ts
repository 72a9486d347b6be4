import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { BackfillInfo, BackfillProgress } from '../../http/backfill-schemas.ts'
import { listBackfills, readBackfill } from '../api/backfills.ts'
import { type Failure, toFailure } from '../api/failure.ts'

const INTERVAL_MS = 3000

export interface BackfillList {
  readonly backfills: readonly BackfillInfo[]
  /** How far each is, as far as it was asked for. */
  readonly progress: ReadonlyMap<string, BackfillProgress>
  readonly failure: Failure | null
  readonly loading: boolean
  readonly more: (() => void) | undefined
  readonly reload: () => void
}

/** The list of backfills, newest first, looked at again as long as the page is shown. @param taken changes when there may be a new one */
export const useBackfills = (taken: number): BackfillList => {
  const [backfills, setBackfills] = useState<readonly BackfillInfo[]>([])
  const [progress, setProgress] = useState<ReadonlyMap<string, BackfillProgress>>(new Map())
  const [next, setNext] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [loading, setLoading] = useState(true)
  const [asked, setAsked] = useState(0)
  const shown = useRef(backfills)
  shown.current = backfills
  const counted = useRef(progress)
  counted.current = progress

  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    let timer: ReturnType<typeof setTimeout> | undefined

    const count = async (all: readonly BackfillInfo[]) => {
      // one after the other: each counts thousands of files
      for (const { id, state } of all) {
        if (counted.current.get(id)?.state === 'done' && state === 'done') continue
        const found = await readBackfill(id, signal)
        setProgress(last => new Map(last).set(id, found))
      }
    }
    const look = async () => {
      try {
        const page = await listBackfills(null, signal)
        const fresh = new Set(page.backfills.map(({ id }) => id))
        const further = shown.current.filter(({ id }) => !fresh.has(id))
        setBackfills([...page.backfills, ...further])
        if (further.length === 0) setNext(page.next)
        setFailure(null)
        setLoading(false)
        await count([...page.backfills, ...further])
      } catch (error) {
        if (signal.aborted) return
        setFailure(toFailure(error))
        setLoading(false)
      }
      if (!signal.aborted) timer = setTimeout(look, INTERVAL_MS)
    }
    void look()
    return () => {
      controller.abort()
      clearTimeout(timer)
    }
  }, [taken, asked])

  const more = useCallback(async () => {
    try {
      const page = await listBackfills(next, new AbortController().signal)
      setBackfills(last => [...last, ...page.backfills.filter(({ id }) => last.every(known => known.id !== id))])
      setNext(page.next)
    } catch (error) {
      setFailure(toFailure(error))
    }
  }, [next])

  return {
    ...{ backfills, progress, failure, loading },
    more: next === null ? undefined : () => void more(),
    reload: () => setAsked(n => n + 1),
  }
}
