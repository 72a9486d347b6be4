import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Extraction } from '../../contract/index.ts'
import type { ShownRecord } from '../review/shown-record.ts'
import { sameStatistic } from './same-statistic.ts'

/**
 * Follows a document that is read anew while its page is open.
 * @param record the one that is selected
 * @param onReadAnew told when another reading is shown, with the record of it that is the selected one, where there is one
 * @returns whether that has happened and was not yet noticed, and what notices it
 */
export const useReadAnew = (
  reading: Extraction,
  record: ShownRecord | undefined,
  records: readonly ShownRecord[],
  onReadAnew: (record: string | null) => void,
): readonly [readAnew: boolean, notice: () => void] => {
  const [readAnew, setReadAnew] = useState(false)
  const last = useRef({ reading, record })
  // At once: what is pressed next is about the records that are shown.
  useLayoutEffect(() => {
    const before = last.current
    last.current = { reading, record }
    if (before.reading === reading) return
    setReadAnew(true)
    onReadAnew(before.record === undefined ? null : (sameStatistic(before.record, records)?.id ?? null))
  }, [reading, record])
  return [readAnew, () => setReadAnew(false)]
}
