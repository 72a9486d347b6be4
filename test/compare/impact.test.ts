import { describe, expect, it } from 'vitest'
import { comparisonText } from '../../src/cli/format/comparison-text.ts'
import { impactText } from '../../src/cli/format/impact-text.ts'
import { compare } from '../../src/compare/compare.ts'
import { ImpactOf } from '../../src/compare/impact.ts'
import { Impact, type Observation } from '../../src/contract/index.ts'
import { extractionOf, observation } from '../support/extraction.ts'

const TEXT = 'Thành lập mới 35 hợp tác xã, giải thể 12 hợp tác xã, có 840 thành viên.'

const read = (number: string, rule: string, parts: Partial<Observation> = {}): Observation => {
  const o = observation(TEXT, number, { value: Number(number), ...parts })
  return { ...o, id: `o${o.evidence.start}`, because: { indicator: { from: 'rule', rule } } }
}

const document = (observations: Observation[]) => extractionOf(Buffer.from(TEXT), 'kh.txt', { observations })

const NEW = read('35', 'organisations/new')
const GONE = read('12', 'organisations/dissolved', { indicator: 'organisations_dissolved' })
const PEOPLE = read('840', 'people/members', { indicator: 'members', unit: 'person' })
const OTHER = read('840', 'people/average', { indicator: 'members_average', unit: 'person' })

const impact = () => {
  const all = new ImpactOf(2)
  const before = document([NEW, GONE, PEOPLE])
  all.add({ id: 'a', name: 'a.txt' }, compare(before, document([NEW, GONE, OTHER])))
  all.add({ id: 'b', name: 'b.txt' }, compare(before, document([NEW, OTHER])))
  all.add({ id: 'c', name: 'c.txt' }, compare(before, before))
  all.add({ id: 'd', name: 'd.txt' }, compare(before, document([{ ...NEW, confidence: 0.5 }, GONE, PEOPLE])))
  return all.result
}

describe('the impact of a change', () => {
  it('adds up what was gained, lost and changed, with other grounds apart', () => {
    expect(impact()).toMatchObject({
      documents: { compared: 4, touched: 3 },
      observations: { before: 12, after: 11, gained: 0, lost: 1, changed: 2, grounds: 1 },
      attributes: [{ attribute: 'indicator', changed: 2, documents: 2 }],
      transitions: [{ attribute: 'indicator', before: 'members', after: 'members_average', changed: 2, documents: 2 }],
    })
  })

  it('names the rules that gained, lost and read otherwise, the largest effect first', () => {
    expect(impact().rules).toEqual([
      { rule: 'people/average', gained: 0, lost: 0, changed: 2, documents: 2 },
      { rule: 'people/members', gained: 0, lost: 0, changed: 2, documents: 2 },
      { rule: 'organisations/dissolved', gained: 0, lost: 1, changed: 0, documents: 1 },
    ])
  })

  it('names the documents that it did most to, no more than asked for', () => {
    expect(impact().most.map(d => [d.id, d.lost + d.changed])).toEqual([
      ['b', 2],
      ['a', 1],
    ])
  })

  it('keeps to its contract and says the same in columns', () => {
    const result = impact()
    expect(Impact.parse(result)).toEqual(result)
    const text = impactText(result)
    expect(text).toContain('3 / 4 văn bản thay đổi')
    expect(text).toMatch(/people\/average +0 +0 +2 +2/)
    expect(text).toMatch(/indicator: members → members_average +2 +2/)
  })

  it('shows one document with a sign for each difference', () => {
    const text = comparisonText('kh.txt', compare(document([NEW, GONE, PEOPLE]), document([NEW, OTHER])))
    expect(text).toMatch(/− +tr\.1 d\.1 +12 +organisations_dissolved/)
    expect(text).toMatch(/≠ +tr\.1 d\.1 +840 +indicator: members → members_average/)
    expect(comparisonText('kh.txt', compare(document([NEW]), document([NEW])))).toContain('nothing differs')
  })
})
