import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { ArchivedDocument } from '../../http/schemas.ts'
import { type Failure, toFailure } from '../api/failure.ts'
import { uploadFile } from '../api/upload.ts'
import { isFinal } from '../api/use-poll.ts'

type Progress =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'sending'; readonly share: number }
  | { readonly phase: 'sent'; readonly known: boolean; readonly document: ArchivedDocument }
  | { readonly phase: 'refused'; readonly failure: Failure }

export interface Upload {
  readonly key: number
  readonly file: File
  readonly progress: Progress
}

/** More would not be faster, and the bars would tell less. */
const AT_ONCE = 2

export interface Uploads {
  readonly items: readonly Upload[]
  readonly add: (files: readonly File[]) => void
  readonly refuse: (files: readonly File[], failure: Failure) => void
  readonly retry: (key: number) => void
  readonly dismiss: (key: number) => void
  readonly clearFinished: () => void
  readonly merge: (document: ArchivedDocument) => void
}

const isOver = ({ progress }: Upload): boolean =>
  progress.phase === 'refused' || (progress.phase === 'sent' && isFinal(progress.document))

/**
 * The files that were given to this page, in the order they came, sent two at a time.
 * @param onStored told when the archive took a file
 */
export const useUploads = (onStored: () => void): Uploads => {
  const [items, setItems] = useState<readonly Upload[]>([])
  const nextKey = useRef(0)
  const started = useRef(new Set<number>())
  const tell = useRef(onStored)
  tell.current = onStored

  const setProgress = useCallback((key: number, progress: Progress) => {
    setItems(last => last.map(item => (item.key === key ? { ...item, progress } : item)))
  }, [])

  useEffect(() => {
    const sending = items.filter(item => item.progress.phase === 'sending').length
    const waiting = items.filter(item => item.progress.phase === 'waiting' && !started.current.has(item.key))
    for (const { key, file } of waiting.slice(0, Math.max(0, AT_ONCE - sending))) {
      started.current.add(key)
      setProgress(key, { phase: 'sending', share: 0 })
      uploadFile(file, share => setProgress(key, { phase: 'sending', share }))
        .then(outcome => {
          if (outcome.outcome === 'refused') return setProgress(key, { phase: 'refused', failure: outcome.problem })
          setProgress(key, { phase: 'sent', known: outcome.outcome === 'known', document: outcome.document })
          tell.current()
        })
        .catch((error: unknown) => setProgress(key, { phase: 'refused', failure: toFailure(error) }))
    }
  }, [items, setProgress])

  const append = (files: readonly File[], progress: Progress) =>
    setItems(last => [...last, ...files.map(file => ({ key: nextKey.current++, file, progress }))])

  return {
    items,
    add: files => append(files, { phase: 'waiting' }),
    refuse: (files, failure) => append(files, { phase: 'refused', failure }),
    retry: key => {
      started.current.delete(key)
      setProgress(key, { phase: 'waiting' })
    },
    dismiss: key => setItems(last => last.filter(item => item.key !== key)),
    clearFinished: () => setItems(last => last.filter(item => !isOver(item))),
    merge: useCallback((document: ArchivedDocument) => {
      setItems(last =>
        last.map(item =>
          item.progress.phase === 'sent' && item.progress.document.id === document.id
            ? { ...item, progress: { ...item.progress, document } }
            : item,
        ),
      )
    }, []),
  }
}
