import { useMemo } from 'preact/hooks'
import type { Records } from '../../contract/index.ts'
import type { KnownHeader } from './decide-on-header.ts'

/** What is known of the header, the same object as long as decisions are on records alone. */
export const useKnownHeader = (known: Records | null): KnownHeader | null => {
  const { header, version } = known ?? {}
  return useMemo(() => (header === undefined || version === undefined ? null : { header, version }), [header, version])
}
