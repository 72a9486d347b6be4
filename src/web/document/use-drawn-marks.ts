import { useRef } from 'preact/hooks'
import type { Evidence } from '../../contract/index.ts'

interface Mark {
  readonly id: string
  readonly evidence: Pick<Evidence, 'start' | 'end' | 'page' | 'box'>
}

const placeOf = ({ id, evidence: { start, end, page, box } }: Mark): string => [id, start, end, page, box].join(' ')

const atSamePlace = (a: Mark | undefined, b: Mark): boolean => a === b || (a !== undefined && placeOf(a) === placeOf(b))

/** The records as far as the document is drawn by them: the same array as long as none has moved, so that it is drawn once. */
export const useDrawnMarks = <R extends Mark>(records: readonly R[]): readonly R[] => {
  const drawn = useRef(records)
  // Most are the same objects as the last time, whatever became of the others since they were drawn.
  const last = useRef(records)
  const { current } = last
  const isSame = current.length === records.length && records.every((record, i) => atSamePlace(current[i], record))
  if (!isSame) drawn.current = records
  last.current = records
  return drawn.current
}
