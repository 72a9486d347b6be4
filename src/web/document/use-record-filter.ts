import { useLayoutEffect, useState } from 'preact/hooks'
import { rewriteAddress } from '../router.tsx'
import { ADDRESS_PAUSE_MS } from './address-pause.ts'
import { filterIn, queryFor } from './filter-address.ts'
import type { RecordFilter } from './record-filter.ts'

type Change = RecordFilter | ((last: RecordFilter) => RecordFilter)

/** What of the records is to be seen, which stands in the address as its query, so that it can be sent; going back leaves the page. */
export const useRecordFilter = (): readonly [filter: RecordFilter, change: (filter: Change) => void] => {
  const [filter, setFilter] = useState(() => filterIn(location.search))
  const query = queryFor(filter)

  // Ended with the page: after that the address is another's.
  useLayoutEffect(() => {
    if (query === location.search) return
    const pause = setTimeout(() => {
      rewriteAddress(`${location.pathname}${query}${location.hash}`)
    }, ADDRESS_PAUSE_MS)
    return () => clearTimeout(pause)
  }, [query])

  return [filter, setFilter]
}
