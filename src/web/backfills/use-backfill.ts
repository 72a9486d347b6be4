import { useEffect, useState } from 'preact/hooks'
import type { BackfillProgress } from '../../http/backfill-schemas.ts'
import { readBackfill } from '../api/backfills.ts'
import { addressOf } from '../api/client.ts'
import { type Failure, toFailure } from '../api/failure.ts'

/** A connection that was refused whole; the browser opens those again that broke in their midst. */
const REOPEN_MS = 3000

const FINAL: ReadonlySet<string> = new Set(['no-backfill', 'unauthorised', 'foreign-host'])

export interface FollowedBackfill {
  /** As the server told last; null before it has told anything. */
  readonly backfill: BackfillProgress | null
  readonly failure: Failure | null
  /** Whether what is shown may be old: the connection is down, and is being set up again. */
  readonly lost: boolean
  /** Listens anew: a backfill that was done may go on. */
  readonly reopen: () => void
}

/** Follows a backfill by its server-sent events. Each of them has all counts, so that nothing is missed while there was no connection. */
export const useBackfill = (id: string): FollowedBackfill => {
  const [backfill, setBackfill] = useState<BackfillProgress | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [lost, setLost] = useState(false)
  const [opened, setOpened] = useState(0)

  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const source = new EventSource(`${addressOf.backfill(id)}/events`)
    let timer: ReturnType<typeof setTimeout> | undefined
    const reopen = () => setOpened(n => n + 1)

    const take = (event: MessageEvent<string>) => {
      setBackfill(JSON.parse(event.data) as BackfillProgress)
      setFailure(null)
      setLost(false)
    }
    source.addEventListener('progress', take)
    source.addEventListener('done', event => {
      take(event)
      source.close()
    })
    source.onerror = () => {
      setLost(true)
      if (source.readyState !== EventSource.CLOSED) return
      // an event source does not tell why it was refused
      readBackfill(id, signal)
        .then(setBackfill, (error: unknown) => {
          const found = toFailure(error)
          if (signal.aborted) return true
          if (FINAL.has(found.code)) setFailure(found)
          return FINAL.has(found.code)
        })
        .then(isFinal => {
          if (isFinal !== true && !signal.aborted) timer = setTimeout(reopen, REOPEN_MS)
        })
    }
    // a computer that slept may hold a connection that is dead and does not know it
    addEventListener('online', reopen, { signal })
    return () => {
      controller.abort()
      source.close()
      clearTimeout(timer)
    }
  }, [id, opened])

  return { backfill, failure, lost, reopen: () => setOpened(n => n + 1) }
}
