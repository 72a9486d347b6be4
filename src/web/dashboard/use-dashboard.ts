import { useCallback, useEffect, useState } from 'preact/hooks'
import type { ReviewStatistics } from '../../contract/index.ts'
import type { Facets } from '../../http/schemas.ts'
import { read, readFacets } from '../api/client.ts'
import { type Failure, toFailure } from '../api/failure.ts'

export interface Dashboard {
  readonly known: { readonly facets: Facets; readonly statistics: ReviewStatistics } | null
  readonly failure: Failure | null
  readonly reload: () => void
}

/** What the dashboard shows; asked for when the page is opened, and again on demand. */
export const useDashboard = (): Dashboard => {
  const [known, setKnown] = useState<Dashboard['known']>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [asked, setAsked] = useState(0)
  const reload = useCallback(() => setAsked(n => n + 1), [])
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    setFailure(null)
    Promise.all([readFacets(signal), read<ReviewStatistics>('/v1/review/statistics', { signal })]).then(
      ([facets, statistics]) => setKnown({ facets, statistics }),
      (error: unknown) => {
        if (!signal.aborted) setFailure(toFailure(error))
      },
    )
    return () => controller.abort()
  }, [asked])
  return { known, failure, reload }
}
