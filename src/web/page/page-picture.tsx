import { memo } from 'preact/compat'
import { useEffect, useRef, useState } from 'preact/hooks'
import { type Failure, toFailure } from '../api/failure.ts'
import { ProblemBox } from '../ui/problem-box.tsx'
import type { PageSource } from './page-source.ts'
import { whenIdle } from './when-idle.ts'

interface PagePictureProps {
  readonly source: PageSource
  readonly page: number
  readonly scale: number
  readonly onDrawn: () => void
  /** Told the layer of words once they stand in it, and null when they go. */
  readonly onWords: (layer: Element | null) => void
}

/** A page as it looks, with its words over it where there are any. While it is drawn anew the drawing before is stretched. */
function Picture({ source, page, scale, onDrawn, onWords }: PagePictureProps) {
  const paper = useRef<HTMLDivElement>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isDrawn, setDrawn] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const drawnAt = source.isSameAtEveryScale ? 1 : scale

  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    setFailure(null)
    source
      .draw(page, drawnAt, signal)
      .then(drawing => {
        paper.current?.replaceChildren(drawing)
        setDrawn(true)
        onDrawn()
      })
      .catch((error: unknown) => {
        if (!signal.aborted) setFailure(toFailure(error))
      })
    return () => controller.abort()
  }, [source, page, drawnAt, attempt, onDrawn])

  return (
    <>
      <div ref={paper} class="sheet-paper" />
      {isDrawn && source.words !== null && <Words words={source.words} page={page} onWords={onWords} />}
      {failure !== null && <ProblemBox failure={failure} onRetry={() => setAttempt(n => n + 1)} />}
    </>
  )
}

interface WordsProps {
  readonly words: NonNullable<PageSource['words']>
  readonly page: number
  readonly onWords: PagePictureProps['onWords']
}

/** Words are set once, when nothing else is to be done: keys go before. They grow with the page by style. Without them the page can still be looked at. */
function Words({ words, page, onWords }: WordsProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const { current } = place
    const set = (layer: HTMLElement | null) => {
      if (layer === null || signal.aborted) return
      current?.replaceChildren(layer)
      onWords(layer)
    }
    const callOff = whenIdle(() => void words(page, signal).then(set, () => undefined))
    return () => {
      callOff()
      controller.abort()
      onWords(null)
      current?.replaceChildren()
    }
  }, [words, page, onWords])
  return <div ref={place} />
}

export const PagePicture = memo(Picture)
