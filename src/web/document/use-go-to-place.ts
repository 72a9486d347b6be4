import { useEffect, useRef, useState } from 'preact/hooks'
import type { Span } from '../../contract/index.ts'
import type { ShownRecord } from '../review/shown-record.ts'
import type { SourceView } from './use-source-view.ts'

/**
 * Goes to the place of a record; asked again for the same record on its page, looks at it closely, and then from afar again.
 * @returns the record that is looked at closely
 */
export const useGoToPlace = (
  record: ShownRecord | undefined,
  source: SourceView,
  point: (place: Span) => void,
): readonly [closeUp: string | null, goToPlace: () => void] => {
  const [closeUp, lookClosely] = useState<string | null>(null)
  const last = useRef<string | null>(null)
  useEffect(() => {
    last.current = null
    lookClosely(null)
  }, [source])
  const goToPlace = () => {
    if (record === undefined) return
    const again = source === 'page' && last.current === record.id
    last.current = record.id
    if (again) lookClosely(now => (now === record.id ? null : record.id))
    else point(record.evidence)
  }
  return [closeUp, goToPlace]
}
