import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare } from '../../src/compare/compare.ts'
import { turn } from '../../src/compare/turn.ts'
import type { Comparison, Extraction, Observation } from '../../src/contract/index.ts'
import { Comparison as ComparisonSchema } from '../../src/contract/index.ts'
import { DOCUMENTS, fixture, extractionOf as read } from '../extract/fixtures.ts'
import { extractionOf, flag, observation } from '../support/extraction.ts'

/** A text of numbered clauses, and an observation for each number that is asked for. */
const textOf = (count: number, noise = ''): string =>
  Array.from({ length: count }, (_, i) => `${noise}Xã thứ ${i}: thành lập ${1000 + i} hợp tác xã.`).join('\n')

const at = (text: string, i: number, parts: Partial<Observation> = {}): Observation => {
  const start = text.indexOf(` ${1000 + i} `) + 1
  const o = observation(text, `${1000 + i}`, { id: `o${start}`, value: 1000 + i, ...parts })
  return { ...o, because: { indicator: { from: 'rule', rule: `rule/${i % 3}`, start, end: start + 4 } } }
}

const document = (text: string, observations: Observation[], parts: Partial<Extraction> = {}): Extraction =>
  extractionOf(Buffer.from('bytes'), 'kh.txt', { ...parts, text, observations })

const empty = (c: Comparison): boolean =>
  [
    ...[c.observations.gained, c.observations.lost, c.observations.changed],
    ...[c.flags.gained, c.flags.lost, c.flags.changed, c.header, c.numerals, c.other],
  ].every(list => list.length === 0)

const COUNT = 24
const TEXT = textOf(COUNT)

const CHANGES: readonly Partial<Observation>[] = [
  { indicator: 'organisations_dissolved' },
  { value: 7 },
  { period: null },
  { per: ['year'] },
  { sector: 'trade', unit: 'person' },
  { confidence: 0.11 },
  { support: 3 },
  { area: { code: '20', name: 'Lạng Sơn', level: 'province' } },
]

const edits = fc.array(fc.constantFrom('keep', 'remove', 'add', ...CHANGES.keys()), {
  minLength: COUNT,
  maxLength: COUNT,
})

/** What a list of edits makes of the observations of a text. */
const edited = (list: readonly (string | number)[], before: string, after: string) => ({
  before: list.flatMap((edit, i) => (edit === 'add' ? [] : [at(before, i)])),
  after: list.flatMap((edit, i) =>
    edit === 'remove' ? [] : [at(after, i, typeof edit === 'number' ? CHANGES[edit] : {})],
  ),
})

const values = (list: readonly Observation[]) => list.map(o => o.evidence.quote)

describe('comparing two extractions', () => {
  it('finds nothing in an extraction beside itself, for every fixture that is text', async () => {
    for (const path of DOCUMENTS.filter(file => file.endsWith('.txt')).slice(0, 12)) {
      const extraction = await read(fixture(path), path)
      const again = JSON.parse(JSON.stringify(extraction)) as Extraction
      expect(empty(compare(extraction, again)), path).toBe(true)
      expect(extraction.observations.length, path).toBeGreaterThan(0)
    }
  })

  it('reports any set of edits to the observations exactly', () => {
    fc.assert(
      fc.property(edits, list => {
        const { before, after } = edited(list, TEXT, TEXT)
        const { observations } = compare(document(TEXT, before), document(TEXT, after))
        const of = (kind: string) => list.flatMap((edit, i) => (edit === kind ? [`${1000 + i}`] : []))
        expect(values(observations.gained)).toEqual(of('add'))
        expect(values(observations.lost)).toEqual(of('remove'))
        expect(
          observations.changed.map(c => [
            c.after.evidence.quote,
            Object.fromEntries([...c.stated, ...c.grounds].map(({ name, after: value }) => [name, value])),
          ]),
        ).toEqual(list.flatMap((edit, i) => (typeof edit === 'number' ? [[`${1000 + i}`, { ...CHANGES[edit] }]] : [])))
      }),
    )
  })

  it('reports the same edits where the text was read otherwise in many places', () => {
    fc.assert(
      fc.property(edits, fc.array(fc.nat({ max: COUNT - 1 }), { maxLength: 8 }), (list, damaged) => {
        const lines = TEXT.split('\n').map((line, i) =>
          damaged.includes(i) ? `${line.replace('thành lập', 'thanh |ap moi').replace('Xã', 'Xà')} ~` : line,
        )
        const other = `Trang 1\n${lines.join('\n\n')}`
        const { before, after } = edited(list, TEXT, other)
        const { observations, other: parts } = compare(document(TEXT, before), document(other, after))
        const of = (kind: string) => list.flatMap((edit, i) => (edit === kind ? [`${1000 + i}`] : []))
        expect(values(observations.gained)).toEqual(of('add'))
        expect(values(observations.lost)).toEqual(of('remove'))
        expect(values(observations.changed.map(c => c.after))).toEqual(
          list.flatMap((edit, i) => (typeof edit === 'number' ? [`${1000 + i}`] : [])),
        )
        expect(parts).toContain('text')
      }),
    )
  })

  it('gives the same from the other side, turned', () => {
    fc.assert(
      fc.property(edits, fc.boolean(), (list, shifted) => {
        const other = shifted ? textOf(COUNT, '~ ') : TEXT
        const { before, after } = edited(list, TEXT, other)
        const one = document(TEXT, before, { flags: before.slice(0, 3).map(o => flag({ observations: [o.id] })) })
        const two = document(other, after, { flags: after.slice(1, 5).map(o => flag({ observations: [o.id] })) })
        expect(turn(compare(two, one))).toEqual(compare(one, two))
      }),
    )
  })

  it('takes a numeral that the engine read otherwise for the same numeral', () => {
    const [before, after] = ['Cả tỉnh có 1.840 hợp tác xã và 35 tổ.', 'Ca tỉnh có 1 84O hợp tác xã và 35 tổ.']
    const { observations } = compare(
      document(before, [observation(before, '1.840', { value: 1840 }), observation(before, '35', { id: 'o2' })]),
      document(after, [observation(after, '1 84O', { value: 184 }), observation(after, '35', { id: 'o2' })]),
    )
    expect(observations.gained).toEqual([])
    expect(observations.lost).toEqual([])
    expect(observations.changed.map(c => c.stated)).toEqual([[{ name: 'value', before: 1840, after: 184 }]])
  })

  it('tells two observations at one place apart by what they say', () => {
    const one = at(TEXT, 3)
    const other = { ...at(TEXT, 3), indicator: 'members', id: 'o-b' }
    const { observations } = compare(document(TEXT, [one, other]), document(TEXT, [other]))
    expect(observations.lost).toEqual([one])
    expect(observations.changed).toEqual([])
  })

  it('pairs a number that became a range with the range', () => {
    const text = 'Giai đoạn này thành lập 30 - 35 hợp tác xã.'
    const { value: _, ...rest } = observation(text, '30 - 35')
    const range: Observation = { ...rest, min: 30, max: 35 }
    const { observations } = compare(document(text, [observation(text, '35', { value: 35 })]), document(text, [range]))
    expect(observations.changed[0]?.stated.map(c => c.name)).toEqual(['value', 'min', 'max'])
    expect([observations.gained, observations.lost]).toEqual([[], []])
  })

  it('tells flags gained, lost and changed, whatever their numbers in the list', () => {
    const all = [0, 1, 2].map(i => at(TEXT, i))
    const flagOf = (i: number, id: string, parts = {}) =>
      flag({ id, observations: [all[i]?.id ?? ''], expression: `${i}`, ...parts })
    const { flags } = compare(
      document(TEXT, all, { flags: [flagOf(0, 'f1'), flagOf(1, 'f2')] }),
      document(TEXT, all, { flags: [flagOf(2, 'f1'), flagOf(1, 'f2', { severity: 'note' })] }),
    )
    expect(flags.lost.map(f => f.expression)).toEqual(['0'])
    expect(flags.gained.map(f => f.expression)).toEqual(['2'])
    expect(flags.changed.map(f => [f.before.severity, f.after.severity])).toEqual([['error', 'note']])
  })

  it('tells fields of the head and classes of numerals with both values, by its own contract', () => {
    const before = extractionOf(Buffer.from('bytes'), 'kh.txt', { header: { number: '155/KH-UBND' } })
    const numerals = { ...before.numerals, total: 3, date: 1, unexplained: [{ start: 0, end: 1, text: '1' }] }
    const after = { ...before, document: { ...before.document, number: null }, numerals }
    const comparison = compare(before, after)
    expect(comparison.header).toEqual([{ name: 'number', before: '155/KH-UBND', after: null }])
    expect(comparison.numerals).toEqual([
      { class: 'total', before: 0, after: 3 },
      { class: 'date', before: 0, after: 1 },
      { class: 'unexplained', before: 0, after: 1 },
    ])
    expect(comparison.other).toEqual(['unexplained'])
    expect(ComparisonSchema.parse(comparison)).toEqual(comparison)
  })
})
