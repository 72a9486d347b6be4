import { useEffect, useRef } from 'preact/hooks'
import type { Zoom } from './lay-out-pages.ts'
import type { PagePlace } from './marked.ts'

interface Zooming {
  readonly zoom: Zoom
  readonly setZoom: (zoom: Zoom) => void
  readonly zoomTo: (page: number, box: PagePlace['box']) => void
}

/**
 * Zooms to a place and its surroundings while one is given, and then back to the zoom of before, unless another was chosen meanwhile.
 * @returns what chooses another
 */
export const useCloseUp = (place: PagePlace | null, { zoom, setZoom, zoomTo }: Zooming): ((zoom: Zoom) => void) => {
  const before = useRef<Zoom | null>(null)
  const now = useRef(zoom)
  now.current = zoom
  useEffect(() => {
    if (place !== null) {
      before.current ??= now.current
      zoomTo(place.page, place.box)
    } else if (before.current !== null) {
      setZoom(before.current)
      before.current = null
    }
  }, [place, setZoom, zoomTo])
  return chosen => {
    before.current = null
    setZoom(chosen)
  }
}
