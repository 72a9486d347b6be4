import type { Extraction } from '../../../src/contract/index.ts'
import { stubExtraction } from './extraction.ts'
import { goldText } from './gold.ts'

/** Copies of a gold document in a row, until the text has a million characters, with two thousand records spread over it. */
export const largeExtraction = (): Extraction => {
  const one = goldText('lang-son-2020')
  const small = stubExtraction(one, 'lon.txt', 'lang-son-2020')
  const copies = Math.ceil(1_000_000 / one.length)
  const observations = Array.from({ length: copies }, (_, copy) => {
    const offset = copy * one.length
    return small.observations.map(o => ({
      ...o,
      id: `o${copy}-${o.id}`,
      evidence: { ...o.evidence, start: o.evidence.start + offset, end: o.evidence.end + offset },
    }))
  }).flat()
  const step = observations.length / 2000
  return {
    ...small,
    text: one.repeat(copies),
    observations: Array.from({ length: 2000 }, (_, i) => observations[Math.floor(i * step)]).filter(
      o => o !== undefined,
    ),
    flags: [],
  }
}
