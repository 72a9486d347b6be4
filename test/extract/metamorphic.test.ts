import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Extraction, OutlineNode } from '../../src/contract/index.ts'
import { extractionOf, fixture, statementOf } from './fixtures.ts'
import {
  abbreviated,
  carriageReturns,
  ethForD,
  listsTurned,
  marksLost,
  noBreakSpaces,
  oldTonePlacement,
  writtenOut,
} from './rewrite.ts'

const NAMES = [
  'gold/lang-son-2020',
  'gold/tp-2009',
  'composed/dien-bien-2007',
  'composed/quang-tri-2021-2025',
  'composed/yen-bai-2018-quet',
]

const textOf = (name: string): string => new TextDecoder().decode(fixture(`${name}.txt`))

const read = new Map<string, Promise<Extraction>>()
/** The extraction of a document as it is, made once. */
const original = (name: string): Promise<Extraction> => {
  const made = read.get(name) ?? extractionOf(textOf(name))
  read.set(name, made)
  return made
}

/** Words in one way of writing, whichever they came in. A long qualifier is cut off, so that only its beginning compares. */
const normal = (words: string): string =>
  oldTonePlacement(abbreviated(words.normalize('NFC').replace(/\s+/g, ' ').replaceAll('\u00D0', 'Đ'))).slice(0, 100)

/** Everything that the observations say, places aside, with words in one way of writing. */
const statements = ({ observations, text }: Extraction) =>
  observations.map(observation => {
    const { n, qualifier, ...statement } = statementOf(observation, text)
    return { ...statement, n: normal(n), qualifier: qualifier === null ? null : normal(qualifier) }
  })

describe.each([
  ['in decomposed Unicode', (text: string) => text.normalize('NFD')],
  ['with the old placement of tones', oldTonePlacement],
  ['with Eth for Đ', ethForD],
  ['with no-break spaces', noBreakSpaces],
  ['with carriage returns', carriageReturns],
  ['with every HTX written out', writtenOut],
  ['with every hợp tác xã abbreviated', abbreviated],
  [
    'with a paragraph behind it that has no numbers',
    (text: string) => `${text.trimEnd()}\n\nCác cơ quan, đơn vị tiếp tục tuyên truyền sâu rộng trong nhân dân.\n`,
  ],
])('a document %s', (_, rewrite) => {
  const changed = NAMES.filter(name => rewrite(textOf(name)) !== textOf(name))
  it.each(changed)('says the same: %s', async name => {
    expect(statements(await extractionOf(rewrite(textOf(name))))).toEqual(statements(await original(name)))
  })
})

it.each(['gold/bac-kan-2020', 'gold/huyen-bao-cao-2017', 'gold/lang-son-2020', 'gold/tp-2009'])(
  'marks lost in one word of eight change little and are told of: %s',
  async name => {
    const damaged = await extractionOf(marksLost(8)(textOf(name)))
    const said = (e: Extraction) => statements(e).map(s => JSON.stringify({ ...s, qualifier: null, confidence: null }))
    const whole = said(await original(name))
    const found = new Set(said(damaged))
    expect(whole.filter(s => found.has(s)).length / whole.length).toBeGreaterThan(0.93)
    expect(damaged.messages.map(m => m.code)).toContain('marks-lost')
  },
)

it.each([
  'gold/bac-kan-2020',
  'gold/lang-son-2020',
  'gold/tam-duong-2024',
  'composed/huyen-mo-duc-2019',
  'composed/so-nn-dong-thap-2021',
])('the order of the items of a list plays no part: %s', async name => {
  const turned = listsTurned(textOf(name))
  expect(turned).not.toBe(textOf(name))
  const sorted = (e: Extraction) =>
    statements(e)
      .map(s => JSON.stringify(s))
      .sort()
  expect(sorted(await extractionOf(turned))).toEqual(sorted(await original(name)))
})

const ITEMS = [
  '- Đào tạo, bồi dưỡng: mở 05 lớp cho 210 lượt cán bộ quản lý HTX.',
  '- Thành lập mới: hỗ trợ 07 HTX với kinh phí 140 triệu đồng.',
  '- Tín dụng: Quỹ hỗ trợ phát triển HTX cho 12 HTX vay 6,5 tỷ đồng.',
  '- Hạ tầng: bố trí 4.800 triệu đồng cho 03 dự án.',
  '- Xúc tiến thương mại: 09 HTX tham gia hội chợ.',
]

it('independent items of a list say the same in every order', async () => {
  const listed = (items: readonly string[]) =>
    extractionOf(`2. Kết quả hỗ trợ hợp tác xã năm 2018\n\n${items.join('\n')}\n`)
  const sorted = (e: Extraction) =>
    statements(e)
      .map(s => JSON.stringify(s))
      .sort()
  const wanted = sorted(await listed(ITEMS))
  expect(wanted).toHaveLength(9)
  const orders = fc.shuffledSubarray(ITEMS, { minLength: ITEMS.length })
  await fc.assert(
    fc.asyncProperty(orders, async items => {
      expect(sorted(await listed(items))).toEqual(wanted)
    }),
    { numRuns: 20 },
  )
})

const headings = (outline: readonly OutlineNode[]): OutlineNode[] =>
  outline.flatMap(node => [node, ...headings(node.children)])

const HEADING_LEVELS: ReadonlySet<string> = new Set([
  'part',
  'chapter',
  'capital',
  'roman',
  'arabic',
  'decimal',
  'letter',
])

/** A short title in a line of its own, not one that opens a paragraph. */
const isHeadingOnly = ({ level, label, title, start, end }: OutlineNode): boolean =>
  HEADING_LEVELS.has(level) && !/[\d.;:]/.test(title) && end - start <= label.length + title.length + 2

it.each(NAMES)('a heading says the same in capitals: %s', async name => {
  const text = textOf(name)
  const { outline } = await original(name)
  const shouted = headings(outline)
    .filter(isHeadingOnly)
    .reduce((all, { start, end, label }) => {
      const from = start + label.length
      return all.slice(0, from) + all.slice(from, end).toUpperCase() + all.slice(end)
    }, text)
  expect(shouted).not.toBe(text)
  expect(shouted).toHaveLength(text.length)
  expect(statements(await extractionOf(shouted))).toEqual(statements(await original(name)))
})

/** Digits from 2 up in the places of a number's digits; separators and a leading zero stay. */
const ofTheSameShape = (n: string, digits: readonly number[]): string =>
  n.replace(/\d/g, (digit, at: number) => (digit === '0' && at === 0 ? '0' : String(digits[at % digits.length] ?? 2)))

const numberOf = (n: string): number => Number(n.replaceAll('.', '').replace(',', '.'))

/** A whole number, or one with dots between thousands, or with a decimal comma. */
const PLAIN_NUMBER = /^\d{1,3}(?:(?:\.\d{3})+|\d*)(?:,\d{1,2})?$/

it('another number in the place of one changes the value of that observation and nothing else', async () => {
  const digits = fc.array(fc.integer({ min: 2, max: 9 }), { minLength: 12, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...NAMES), fc.nat(), digits, async (name, at, replacement) => {
      const { observations, text } = await original(name)
      const index = at % observations.length
      const changed = observations[index]
      if (changed === undefined) return
      const { start, end } = changed.evidence
      const before = text.slice(start, end)
      const after = ofTheSameShape(before, replacement)
      // `01` counts nothing (`01 HTX` is each one), and a number of four digits may be a year
      fc.pre(PLAIN_NUMBER.test(before) && numberOf(before) > 1 && before !== after)
      fc.pre(![before, after].some(n => /^(19|20)\d\d$/.test(n)))
      const result = await extractionOf(text.slice(0, start) + after + text.slice(end))
      // words around a figure may hold the number of its neighbour
      const comparable = (e: Extraction) => statements(e).map(s => ({ ...s, qualifier: s.qualifier !== null }))
      const wanted = comparable({ observations, text } as Extraction)
      const got = comparable(result)
      const [old, now] = [wanted[index], got[index]]
      expect(now?.n).toBe(after)
      expect((now?.value ?? 0) / numberOf(after)).toBeCloseTo((old?.value ?? 0) / numberOf(before), 6)
      expect(got.with(index, { ...got[index], n: '', value: 0 } as (typeof got)[number])).toEqual(
        wanted.with(index, { ...old, n: '', value: 0 } as (typeof got)[number]),
      )
    }),
    { numRuns: 30, seed: 1984 },
  )
})
