import type { Decision } from '../../src/contract/index.ts'
import { observation } from './extraction.ts'

/**
 * A decision that confirms a record.
 * @param text hash of the text that it is made on
 */
export const confirmation = (
  document: string,
  version: number,
  text: string,
  extra: Partial<Decision> = {},
): Decision => {
  const o = observation('Có 35 hợp tác xã', '35')
  return {
    ...{ kind: 'confirm', id: `${document}-${version}`, document, version, who: 'Lan', why: null },
    ...{ when: '2026-01-02T03:04:05.678Z', engine: { version: '0.0.1', rules: 'r1' } },
    anchor: { start: 3, end: 5, text, record: 'o1', quote: '35', before: 'Có ', after: ' hợp' },
    ...{ replaced: { decision: null, observation: o }, machine: o, settled: o },
    ...extra,
  } as Decision
}
