import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ArchivedDocument } from '../../http/schemas.ts'
import { readDocument, readReading } from '../api/client.ts'
import { type Failure, toFailure } from '../api/failure.ts'
import { isFinal } from '../api/use-poll.ts'
import { prepareSource } from '../page/open-source.ts'
import { type KnownReading, readingNow } from './reading-names.ts'
import { firstView } from './use-source-view.ts'

export interface OpenDocument {
  readonly document: ArchivedDocument | null
  /** Null until the document is read, and where it could not be. */
  readonly reading: KnownReading | null
  readonly failure: Failure | null
  readonly unfinished: boolean
  readonly merge: (document: ArchivedDocument) => void
  readonly retry: () => void
  /** Told that records were met of another reading than the one that is here: asks for the document and its reading anew. */
  readonly meet: (reading: string) => void
}

/** Each request goes out as soon as what it needs is known: effects in the layout do not wait for the next frame. */
export const useDocument = (id: string): OpenDocument => {
  const [document, setDocument] = useState<ArchivedDocument | null>(null)
  const [reading, setReading] = useState<KnownReading | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [attempt, setAttempt] = useState(0)

  /** Counts what was asked for, and which of it is shown: an answer may overtake one that was asked for before it. */
  const asked = useRef(0)
  const latest = useRef(0)
  const askForDocument = useCallback(
    async (signal?: AbortSignal) => {
      const nth = ++asked.current
      const found = await readDocument(id, signal)
      if (nth < latest.current) return
      latest.current = nth
      setDocument(found)
    },
    [id],
  )
  const merge = useCallback((found: ArchivedDocument) => {
    latest.current = ++asked.current
    setDocument(found)
  }, [])

  useLayoutEffect(() => {
    const controller = new AbortController()
    const ask = (onFailure: (failure: Failure) => void) =>
      askForDocument(controller.signal).catch((error: unknown) => {
        if (!controller.signal.aborted) onFailure(toFailure(error))
      })
    ask(setFailure)
    // Others may have taken it while the page was out of sight.
    const look = () => {
      if (window.document.visibilityState === 'visible') ask(() => undefined)
    }
    window.document.addEventListener('visibilitychange', look)
    return () => {
      window.document.removeEventListener('visibilitychange', look)
      controller.abort()
    }
  }, [askForDocument, attempt])

  const asking = useRef<AbortController>(undefined)
  const askForReading = useCallback(
    (met: string | null) => {
      asking.current?.abort()
      const controller = new AbortController()
      asking.current = controller
      readReading(id, controller.signal)
        .then(found => setReading(shown => readingNow(shown, met, found)))
        .catch((error: unknown) => {
          if (!controller.signal.aborted) setFailure(toFailure(error))
        })
      return () => controller.abort()
    },
    [id],
  )
  const read = document !== null && isFinal(document) && document.state !== 'failed'
  // Its pages are opened while its records are on their way: once, however it is looked at later.
  useLayoutEffect(() => {
    if (!read || document.mediaType === null || firstView(document) !== 'page') return undefined
    return prepareSource(id, document.mediaType)
  }, [id, read])
  useLayoutEffect(() => (read ? askForReading(null) : undefined), [read, attempt, askForReading])

  const retry = useCallback(() => {
    setFailure(null)
    setAttempt(n => n + 1)
  }, [])
  const meet = useCallback(
    (name: string) => {
      askForReading(name)
      askForDocument().catch(() => undefined)
    },
    [askForDocument, askForReading],
  )
  return {
    document,
    reading,
    failure,
    unfinished: document !== null && !isFinal(document),
    merge,
    retry,
    meet,
  }
}
