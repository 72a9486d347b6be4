import { useEffect, useState } from 'preact/hooks'
import type { Extraction } from '../../contract/index.ts'
import type { ArchivedDocument } from '../../http/schemas.ts'
import { readDocument, readExtraction } from '../api/client.ts'
import { type Failure, toFailure } from '../api/failure.ts'
import { isFinal } from '../api/use-poll.ts'

export interface OpenDocument {
  readonly document: ArchivedDocument | null
  /** Null until the document is read, and where it could not be. */
  readonly extraction: Extraction | null
  readonly failure: Failure | null
  readonly unfinished: boolean
  readonly merge: (document: ArchivedDocument) => void
  readonly retry: () => void
}

export const useDocument = (id: string): OpenDocument => {
  const [document, setDocument] = useState<ArchivedDocument | null>(null)
  const [extraction, setExtraction] = useState<Extraction | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    const controller = new AbortController()
    readDocument(id, controller.signal)
      .then(setDocument)
      .catch((error: unknown) => {
        if (!controller.signal.aborted) setFailure(toFailure(error))
      })
    return () => controller.abort()
  }, [id, attempt])

  const read = document !== null && isFinal(document) && document.state !== 'failed'
  useEffect(() => {
    if (!read) return
    const controller = new AbortController()
    readExtraction(id, controller.signal)
      .then(setExtraction)
      .catch((error: unknown) => {
        if (!controller.signal.aborted) setFailure(toFailure(error))
      })
    return () => controller.abort()
  }, [id, read, attempt])

  return {
    document,
    extraction,
    failure,
    unfinished: document !== null && !isFinal(document),
    merge: setDocument,
    retry: () => {
      setFailure(null)
      setAttempt(n => n + 1)
    },
  }
}
