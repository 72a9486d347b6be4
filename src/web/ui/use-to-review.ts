import { useEffect, useState } from 'preact/hooks'
import { listDocuments } from '../api/client.ts'

/** Milliseconds: the page that was gone to asks first. */
const PAUSE = 300

/** How many documents have a review state; counted from an index. */
const countOf = async (review: 'none' | 'some', signal: AbortSignal): Promise<number> =>
  (await listDocuments(new URLSearchParams({ review, limit: '1' }), signal)).total

/**
 * How many documents have records that nobody has settled; 0 as long as that is not known.
 * @param page asked for again with each page that is gone to
 */
export const useToReview = (page: string): number => {
  const [count, setCount] = useState(0)
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const pause = setTimeout(() => {
      // A server that is out of reach is told of by the page.
      Promise.all([countOf('none', signal), countOf('some', signal)]).then(
        counts => setCount(counts.reduce((sum, each) => sum + each, 0)),
        () => undefined,
      )
    }, PAUSE)
    return () => {
      clearTimeout(pause)
      controller.abort()
    }
  }, [page])
  return count
}
