import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { DocumentInfo } from '../../contract/index.ts'
import { type Failure, toFailure } from '../api/failure.ts'
import type { PageSize } from './lay-out-pages.ts'
import { openSource } from './open-source.ts'
import type { PageSource } from './page-source.ts'

interface Opened {
  readonly source: PageSource
  readonly sizes: readonly PageSize[]
}

/** The text layer of a page that was read as an image is not what was read: it is damaged, and left out. */
const withWordsAsRead = (source: PageSource, { readBy, readByPage }: DocumentInfo): PageSource => {
  const { words } = source
  if (words === null) return source
  const hasWords = (page: number): boolean => (readByPage?.[page - 1] ?? readBy) === 'pdf-text'
  return {
    ...source,
    words: async (page, signal) => (hasWords(page) ? words(page, signal) : null),
  }
}

/**
 * The pages of a document, open while they are shown. Their `sizes` are as good as the first page tells until `measure`, to be
 * called when the first of them is drawn, has found out: it would keep the first page waiting.
 */
export const usePageSource = (id: string, info: DocumentInfo) => {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [attempt, setAttempt] = useState(0)
  const isMeasured = useRef(false)

  // What is shown of a document does not change with its records.
  useLayoutEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    openSource(id, info.mediaType, signal)
      .then(found => {
        if (signal.aborted) return
        isMeasured.current = false
        setOpened({ source: withWordsAsRead(found, info), sizes: found.sizes })
      })
      .catch((error: unknown) => {
        if (!signal.aborted) setFailure(toFailure(error))
      })
    return () => {
      controller.abort()
      setOpened(null)
      setFailure(null)
    }
  }, [id, info.sha256, attempt])

  const source = opened?.source
  const measure = useCallback(() => {
    if (source === undefined || isMeasured.current) return
    isMeasured.current = true
    source
      .measure()
      .then(sizes => setOpened(last => (last?.source === source ? { source, sizes } : last)))
      // Of a document that was left meanwhile.
      .catch(() => undefined)
  }, [source])
  return { opened, failure, measure, retry: () => setAttempt(n => n + 1) }
}
