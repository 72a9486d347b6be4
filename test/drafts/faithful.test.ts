import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDrafts } from '../../src/drafts/check-drafts.ts'
import type { Draft } from '../../src/drafts/draft.ts'
import { draftYaml } from '../../src/drafts/draft-yaml.ts'
import { expectedOf } from '../../src/drafts/judge-draft.ts'
import { placeDraft } from '../../src/drafts/place-draft.ts'
import { shippedRules } from '../../src/extract.ts'
import { extractionOf, fixture } from '../extract/fixtures.ts'

/** The seeds, and three of their other formats. */
const SEEDS = [
  'gold/lang-son-2020.txt',
  'gold/bac-kan-2020.txt',
  'gold/huyen-bao-cao-2017.txt',
  'gold/lien-minh-bao-cao-2021.txt',
  'gold/tp-2009.txt',
  'documents/tinh-ke-hoach-2022-bang.docx',
  'documents/lang-son-2020.pdf',
  'legacy/krong-pac-2020.vni.docx',
] as const

/** Drafts of one document, at most. */
const MOST = 60

const FROM: Draft['from'] = {
  ...{ document: 'd', name: 'a.txt', number: null, record: 'o1', decision: 'x', why: null },
  ...{ who: 'Lan', when: '2026-01-02T03:04:05.000Z', draftedBy: 'Minh' },
}

describe('a draft of what is read right', () => {
  test.each(SEEDS)('is read right alone, too, for nearly every record of %s', async path => {
    const rules = shippedRules()
    const extraction = await extractionOf(fixture(path), path)
    const every = Math.max(1, Math.floor(extraction.observations.length / MOST))
    const observations = extraction.observations.filter((_, i) => i % every === 0)
    const files = observations.map(o => {
      const placed = placeDraft(extraction, o.id, o.evidence, rules)
      if (placed === null) throw new Error(`${o.id} stands nowhere`)
      const yaml = draftYaml({ from: FROM, misread: [], ...placed.draft, expected: expectedOf(o) })
      return { name: `${o.id}.yaml`, source: yaml }
    })
    const checked = checkDrafts(files, rules)
    expect(checked.filter(c => c.is === 'faulty')).toEqual([])
    expect(checked.filter(c => c.is === 'handled').length / checked.length).toBeGreaterThanOrEqual(0.98)
    // and it is no draft that would be read right whatever is expected
    const wrong = files
      .slice(0, 5)
      .map(({ name, source }) => ({ name, source: source.replace(/\n {2}indicator: \w+/, '\n  indicator: cats') }))
    expect(checkDrafts(wrong, rules).map(c => c.is)).toEqual(wrong.map(() => 'failing'))
  })
})

test('whatever a document writes, a draft says it in YAML that is read back as the same', () => {
  const Text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .map(text => text.replaceAll(/[[\]\r\n\u2028\u2029\x85]/g, ' '))
  const Cell = fc.oneof(
    Text,
    fc.record({ text: Text, rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 3 }) }),
  )
  fc.assert(
    fc.property(Text, Text, Text, fc.array(fc.array(Cell, { minLength: 1 })), (before, after, heading, rows) => {
      const expected = 'no statistic' as const
      const document = { kind: 'plan', title: heading } as unknown as Draft['document']
      const above = [{ text: heading, level: null, leadIn: true }]
      const base = { from: FROM, misread: [], document, above, expected }
      for (const draft of [
        { ...base, example: `${before}[1.840]${after}` },
        { ...base, table: { caption: [heading], rows: [...rows, [before, `[12]`, after]] } },
      ]) {
        const [checked] = checkDrafts([{ name: 'a.yaml', source: draftYaml(draft) }], shippedRules())
        expect(checked?.is).not.toBe('faulty')
        if (checked?.is === 'handled' || checked?.is === 'failing') expect(checked.quote).toMatch(/\[(1\.840|12)\]/)
      }
    }),
    { numRuns: 60 },
  )
})
