import { type ComponentChildren, createContext } from 'preact'
import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks'
import type { ArchivedDocument } from '../../http/schemas.ts'
import { type Failure, toFailure } from '../api/failure.ts'
import { uploadDocument, uploadZip } from '../api/upload.ts'
import { useLeaveWarning } from '../ui/use-leave-warning.ts'
import { isOnItsWay, isOver, isZip, type Upload, type UploadProgress } from './upload.ts'

/** More would not be faster, and the bars would tell less. */
const AT_ONCE = 2

export interface Uploads {
  readonly items: readonly Upload[]
  /** How many files the server has taken: who shows what it has looks again when this changes. */
  readonly taken: number
  readonly add: (files: readonly File[]) => void
  readonly refuse: (files: readonly File[], failure: Failure) => void
  readonly retry: (key: number) => void
  /** Takes a file from the list; one that is being sent is broken off. */
  readonly dismiss: (key: number) => void
  readonly clearFinished: () => void
  readonly merge: (document: ArchivedDocument) => void
}

const Context = createContext<Uploads | null>(null)

export const useUploads = (): Uploads => {
  const uploads = useContext(Context)
  if (uploads === null) throw new Error('there is no UploadsProvider above')
  return uploads
}

/** Sends one file to where it belongs. */
const sendFile = async (
  file: File,
  signal: AbortSignal,
  tell: (progress: UploadProgress) => void,
): Promise<UploadProgress> => {
  const sending = { signal, onProgress: (bytes: number) => tell({ phase: 'sending', bytes }) }
  if (isZip(file)) return { phase: 'handed', backfill: await uploadZip(file, sending) }
  const outcome = await uploadDocument(file, sending)
  if (outcome.outcome === 'refused') return { phase: 'refused', failure: outcome.problem }
  return { phase: 'sent', known: outcome.outcome === 'known', document: outcome.document }
}

/** The files that were given to the pages, in the order they came, sent two at a time, whichever page is shown. */
export function UploadsProvider({ children }: { children: ComponentChildren }) {
  const [items, setItems] = useState<readonly Upload[]>([])
  const [taken, setTaken] = useState(0)
  const nextKey = useRef(0)
  const sent = useRef(new Map<number, AbortController>())
  useLeaveWarning(items.some(isOnItsWay))

  const setProgress = useCallback((key: number, progress: UploadProgress) => {
    setItems(last => last.map(item => (item.key === key ? { ...item, progress } : item)))
  }, [])

  useEffect(() => {
    const sending = items.filter(item => item.progress.phase === 'sending').length
    const waiting = items.filter(item => item.progress.phase === 'waiting' && !sent.current.has(item.key))
    for (const { key, file } of waiting.slice(0, Math.max(0, AT_ONCE - sending))) {
      const controller = new AbortController()
      sent.current.set(key, controller)
      setProgress(key, { phase: 'sending', bytes: 0 })
      sendFile(file, controller.signal, progress => setProgress(key, progress))
        .then(progress => {
          setProgress(key, progress)
          if (progress.phase !== 'refused') setTaken(n => n + 1)
        })
        .catch((error: unknown) => {
          if (!controller.signal.aborted) setProgress(key, { phase: 'refused', failure: toFailure(error) })
        })
    }
  }, [items, setProgress])

  const append = (files: readonly File[], progress: UploadProgress) =>
    setItems(last => [...last, ...files.map(file => ({ key: nextKey.current++, file, progress }))])

  const merge = useCallback((document: ArchivedDocument) => {
    setItems(last =>
      last.map(item =>
        item.progress.phase === 'sent' && item.progress.document.id === document.id
          ? { ...item, progress: { ...item.progress, document } }
          : item,
      ),
    )
  }, [])

  const uploads: Uploads = {
    items,
    taken,
    merge,
    add: files => append(files, { phase: 'waiting' }),
    refuse: (files, failure) => append(files, { phase: 'refused', failure }),
    retry: key => {
      sent.current.delete(key)
      setProgress(key, { phase: 'waiting' })
    },
    dismiss: key => {
      sent.current.get(key)?.abort()
      setItems(last => last.filter(item => item.key !== key))
    },
    clearFinished: () => setItems(last => last.filter(item => !isOver(item))),
  }
  return <Context.Provider value={uploads}>{children}</Context.Provider>
}
