import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calibrate } from '../tools/eval/calibrate.ts'
import { evaluateDocument } from '../tools/eval/evaluate.ts'
import { goldDocuments } from '../tools/eval/gold-documents.ts'

const evaluated = async (name: string) => {
  const document = goldDocuments().find(d => d.name === name)
  if (!document) throw new Error(`no gold for ${name}`)
  return await evaluateDocument(document)
}

test('what was measured adds up to the observations of the documents', async () => {
  const { pairs, counts } = await evaluated('huyen-bao-cao-2017')
  const { origins } = calibrate([{ pairs, heldOut: false }])
  const all = (tallies: Record<string, [number, number]> = {}) =>
    Object.values(tallies).reduce((sum, [, of]) => sum + of, 0)
  for (const tallies of Object.values(origins)) expect(all(tallies)).toBe(counts.extracted)
})

test('documents in view count for little beside held-out ones', async () => {
  const { pairs } = await evaluated('huyen-bao-cao-2017')
  const seen = calibrate([{ pairs, heldOut: false }]).rules
  const unseen = calibrate([{ pairs, heldOut: true }]).rules
  for (const [rule, [, of]] of Object.entries(seen)) expect(of).toBe((unseen[rule]?.[1] ?? 0) / 4)
})

test('the curve rises, whatever was right', async () => {
  const { pairs } = await evaluated('lang-son-2020')
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.boolean()), async wrong => {
      const some = pairs.pairs.map(pair =>
        wrong.next().value && pair.found ? { ...pair, found: { ...pair.found, period: '1900' } } : pair,
      )
      const { curve } = calibrate([{ pairs: { ...pairs, pairs: some }, heldOut: true }])
      const rights = curve.map(([, right]) => right)
      expect(rights).toEqual(rights.toSorted((a, b) => a - b))
      expect(curve.length).toBeGreaterThan(0)
    }),
    { numRuns: 20 },
  )
})
