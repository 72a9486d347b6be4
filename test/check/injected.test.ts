import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Extraction } from '../../src/contract/index.ts'
import { extract } from '../../src/extract.ts'
import { flagDocuments } from '../tools/flags/flag-documents.ts'
import { changes, heldNumbers, injectErrors, verdictOn } from '../tools/flags/inject.ts'

const extractionOf = async (text: string): Promise<Extraction> => {
  const result = await extract(new TextEncoder().encode(text), 'document.txt')
  if (!result.ok) throw new Error(result.problem.code)
  return result.extraction
}

const DOCUMENTS = flagDocuments().filter(d => d.path.includes('/gold/'))

/** A little under what docs/accuracy.md shows for all of them together, for few trials. */
const FLOORS = { involved: 0.78, first: 0.62, exact: 0.48 }

test('of digits changed in numbers that a sum holds, most are flagged, named first and put right', async () => {
  const total = { trials: 0, involved: 0, first: 0, exact: 0 }
  for (const { text } of DOCUMENTS) {
    const result = await injectErrors(text, 15, 7)
    total.trials += result.trials
    total.involved += result.involved
    total.first += result.first
    total.exact += result.exact
  }
  expect(total.trials).toBe(15 * DOCUMENTS.length)
  expect(total.involved / total.trials).toBeGreaterThan(FLOORS.involved)
  expect(total.first / total.trials).toBeGreaterThan(FLOORS.first)
  expect(total.exact / total.trials).toBeGreaterThan(FLOORS.exact)
}, 180_000)

test('a figure that three places and a sum hold (288 HTX of tinh-ke-hoach-2022-bang) is found whichever digit is changed', async () => {
  const document = DOCUMENTS.find(d => d.name === 'tinh-ke-hoach-2022-bang')
  const text = document?.text ?? ''
  const extraction = await extractionOf(text)
  const own = heldNumbers(extraction).filter(o => o.value === 288 && o.evidence.line === 51)
  expect(own).toHaveLength(1)
  await fc.assert(
    fc.asyncProperty(changes(text, own), async change => {
      const { involved, first, exact } = await verdictOn(change, extraction.flags)
      return involved + first + exact === 3
    }),
    { numRuns: 8 },
  )
})
