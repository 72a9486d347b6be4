import { useEffect, useState } from 'preact/hooks'
import type { Facets } from '../../http/schemas.ts'
import { readFacets } from '../api/client.ts'

/**
 * The values that the filters can take.
 * @param version asked for again whenever this changes
 */
export const useFacets = (version: number): Facets | null => {
  const [facets, setFacets] = useState<Facets | null>(null)
  useEffect(() => {
    const controller = new AbortController()
    // Without facets the filters stay as they are; a server that is out of reach is told of by the list.
    readFacets(controller.signal).then(setFacets, () => undefined)
    return () => controller.abort()
  }, [version])
  return facets
}
