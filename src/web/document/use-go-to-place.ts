import { useEffect, useRef, useState } from 'preact/hooks'
import type { Span } from '../../contract/index.ts'
import type { FlaggedFigure } from './flag-index.ts'
import type { SourceView } from './use-source-view.ts'

/**
 * Goes to the place of what is looked at; asked again for the same record on its page, looks at it closely, and then from afar again.
 * @returns the record that is looked at closely; null for the way where there is none
 */
export const useGoToPlace = (
  place: FlaggedFigure | undefined,
  source: SourceView,
  point: (place: Span) => void,
): readonly [closeUp: string | null, goToPlace: (() => void) | null] => {
  const [closeUp, lookClosely] = useState<string | null>(null)
  const last = useRef<string | null>(null)
  useEffect(() => {
    last.current = null
    lookClosely(null)
  }, [source])
  if (place === undefined) return [closeUp, null]
  const { observation } = place
  const goToPlace = () => {
    const again = source === 'page' && observation !== null && last.current === observation
    last.current = observation
    if (again) lookClosely(now => (now === observation ? null : observation))
    else point(place)
  }
  return [closeUp, goToPlace]
}
