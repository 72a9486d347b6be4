import { useEffect, useRef } from 'preact/hooks'
import { releaseDocument, takeDocument } from '../api/review.ts'
import { TAB } from '../storage.ts'
import { TakenDocument } from './taken-document.ts'

/** What this tab has taken. */
export const TAKEN = new TakenDocument(TAB, { takeDocument, releaseDocument })

const SIGNS_OF_USE = ['keydown', 'pointerdown', 'wheel'] as const

/**
 * Goes on having a document that this tab has taken, as long as somebody works on it.
 * @param onLost told where somebody else has taken it after a long pause
 */
export const useTaken = (document: string, onLost: () => void): void => {
  const lost = useRef(onLost)
  lost.current = onLost
  useEffect(() => {
    const used = async () => {
      if (!(await TAKEN.renew(document))) lost.current()
    }
    for (const sign of SIGNS_OF_USE) addEventListener(sign, used, { passive: true })
    return () => {
      for (const sign of SIGNS_OF_USE) removeEventListener(sign, used)
    }
  }, [document])
}
