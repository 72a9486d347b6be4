import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LearnedModel } from '../../src/learned/model.ts'
import { learn } from '../tools/eval/perceptron.ts'

const PLACE = { start: 0, end: 1 }
const anything = () => true

const EXAMPLES = [
  { features: ['always', 'left Founded', 'right Cooperative'], labels: ['organisations_new'] },
  { features: ['always', 'left Dissolved', 'right Cooperative'], labels: ['organisations_dissolved'] },
  { features: ['always', 'left TotalWord', 'right Cooperative'], labels: ['organisations'] },
  { features: ['always', 'left Founded', 'right CooperativeGroup'], labels: ['organisations_new', 'organisations'] },
  { features: ['always', 'left TotalWord', 'right CooperativeGroup'], labels: ['organisations'] },
] as const

/** So often that no feature counts as seldom. */
const OFTEN = Array.from({ length: 6 }, () => EXAMPLES).flat()
const MODEL = new LearnedModel(learn(OFTEN))

describe('a learned model', () => {
  it('says again what it learned', () => {
    for (const { features, labels } of EXAMPLES) expect(labels).toContain(MODEL.judge(features, PLACE, anything)?.label)
  })
  it('goes by the features that it knows, and by nothing but the labels that may be', () => {
    const features = ['always', 'left Dissolved', 'right Never seen']
    expect(MODEL.judge(features, PLACE, anything)?.label).toBe('organisations_dissolved')
    expect(MODEL.judge(features, PLACE, label => label !== 'organisations_dissolved')?.label).not.toBe(
      'organisations_dissolved',
    )
    expect(MODEL.judge(features, PLACE, () => false)).toBeNull()
  })
  it('is the same for the same examples', () => {
    expect(learn(OFTEN)).toEqual(learn([...OFTEN]))
  })
  it('tells apart whatever one feature tells apart', () => {
    const label = fc.constantFrom('a', 'b', 'c')
    const examples = fc
      .array(fc.tuple(label, fc.uniqueArray(fc.constantFrom('x', 'y', 'z'))), {
        minLength: 6,
        maxLength: 40,
      })
      .filter(all => new Set(all.map(([l]) => l)).size > 1)
    fc.assert(
      fc.property(examples, all => {
        const known = Array.from({ length: 25 }, () => all)
          .flat()
          .map(([l, noise]) => ({ features: [`is ${l}`, ...noise], labels: [l] as const }))
        const model = new LearnedModel(learn(known))
        const right = known.filter(
          ({ features, labels }) => model.judge(features, PLACE, anything)?.label === labels[0],
        )
        expect(right.length / known.length).toBeGreaterThan(0.9)
      }),
      { numRuns: 30 },
    )
  })
})
