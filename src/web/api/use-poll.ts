import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ArchivedDocument } from '../../http/schemas.ts'
import { readDocument } from './client.ts'

const INTERVAL_MS = 700
/** The server reads in the order of arrival: to watch the oldest few is enough, however many wait behind them. */
const AT_ONCE = 6

export const isFinal = (document: ArchivedDocument): boolean =>
  document.state === 'done' || document.state === 'partial' || document.state === 'failed'

/**
 * Asks for documents until they are read.
 * @param ids the unfinished ones, oldest first; a document that is final must leave the list
 */
export const usePoll = (ids: readonly string[], onDocument: (document: ArchivedDocument) => void): void => {
  const tell = useRef(onDocument)
  tell.current = onDocument
  const watched = ids.slice(0, AT_ONCE).join(' ')
  // Ended as soon as one is known to be read: an answer of before would say that it is not.
  useLayoutEffect(() => {
    if (watched === '') return
    const controller = new AbortController()
    const ask = async () => {
      const answers = await Promise.allSettled(watched.split(' ').map(id => readDocument(id, controller.signal)))
      if (controller.signal.aborted) return
      // A failed question is asked again: the network may come back, and the state is safe on the server.
      for (const answer of answers) if (answer.status === 'fulfilled') tell.current(answer.value)
      timer = setTimeout(ask, INTERVAL_MS)
    }
    let timer = setTimeout(ask, INTERVAL_MS / 2)
    return () => {
      controller.abort()
      clearTimeout(timer)
    }
  }, [watched])
}
