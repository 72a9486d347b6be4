import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { ArchivedDocument } from '../../http/schemas.ts'
import { listDocuments } from '../api/client.ts'
import { type Failure, toFailure } from '../api/failure.ts'

export interface DocumentList {
  readonly documents: readonly ArchivedDocument[]
  readonly total: number
  readonly failure: Failure | null
  readonly loading: boolean
  /** Loads the next page; undefined on the last. */
  readonly more: (() => void) | undefined
  readonly reload: () => void
  /** Takes over what became of a document that is in the list. */
  readonly merge: (document: ArchivedDocument) => void
}

interface Loaded {
  documents: readonly ArchivedDocument[]
  total: number
  next: string | null
}

const NOTHING: Loaded = { documents: [], total: 0, next: null }

/** @param query the filters as the server takes them; another query starts a new list */
export const useDocuments = (query: string): DocumentList => {
  const [loaded, setLoaded] = useState<Loaded>(NOTHING)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [loading, setLoading] = useState(true)
  const running = useRef<AbortController>(undefined)

  const load = useCallback(
    async (cursor: string | null) => {
      running.current?.abort()
      const controller = new AbortController()
      running.current = controller
      setLoading(true)
      const parameters = new URLSearchParams(query)
      if (cursor !== null) parameters.set('cursor', cursor)
      try {
        const { documents, total, next } = await listDocuments(parameters, controller.signal)
        setLoaded(last => ({ documents: cursor === null ? documents : [...last.documents, ...documents], total, next }))
        setFailure(null)
        setLoading(false)
      } catch (error) {
        if (controller.signal.aborted) return
        setFailure(toFailure(error))
        setLoading(false)
      }
    },
    [query],
  )

  useEffect(() => {
    void load(null)
    return () => running.current?.abort()
  }, [load])

  const merge = useCallback((document: ArchivedDocument) => {
    setLoaded(last => ({ ...last, documents: last.documents.map(d => (d.id === document.id ? document : d)) }))
  }, [])

  const { next } = loaded
  return {
    documents: loaded.documents,
    total: loaded.total,
    failure,
    loading,
    more: next === null ? undefined : () => void load(next),
    reload: () => void load(null),
    merge,
  }
}
