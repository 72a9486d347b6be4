import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Explanation, type NumeralClass } from '../../src/contract/index.ts'
import { type Asked, explain } from '../../src/explain/explain.ts'
import { explainNumeral } from '../../src/explain/explain-numeral.ts'
import { numeralsIn } from '../../src/explain/numerals-in.ts'
import { Places } from '../../src/explain/places.ts'
import { record } from '../../src/explain/recording.ts'
import { DEFAULT_LIMITS, understand } from '../../src/extract.ts'
import { readText } from '../../src/read/text.ts'
import { RULES } from '../support/phrase.ts'

const HEAD = `ỦY BAN NHÂN DÂN
TỈNH SÓC TRĂNG
Số: 204/KH-UBND
Sóc Trăng, ngày 14 tháng 12 năm 2018

KẾ HOẠCH
Phát triển kinh tế tập thể năm 2019

`
/** Line of the first line behind the head. */
const FIRST = HEAD.split('\n').length

const ask = async (text: string, asked: Asked): Promise<readonly Explanation[]> => {
  const result = await explain(Buffer.from(text), asked, DEFAULT_LIMITS)
  if (!result.ok) throw new Error(result.problem.code)
  return result.explanations
}

/** The explanation of the number in [square brackets]. */
const explainMarked = async (marked: string): Promise<Explanation> => {
  const text = HEAD + marked
  const [only] = await ask(text.replace(/[[\]]/g, ''), { offset: text.indexOf('[') })
  if (!only) throw new Error('nothing is explained')
  return only
}

const attributeOf = (e: Explanation, attribute: string) => {
  const found = e.attributes.find(a => a.attribute === attribute)
  return [found?.value, found?.from, found?.words?.text ?? null, found?.rule?.id ?? null]
}

describe('of a statistic', () => {
  const sentence = 'I. KẾT QUẢ NĂM 2018\n- Thành lập mới trên [20] tổ hợp tác, doanh thu 578 triệu đồng/năm.\n'

  test('every attribute is told with where it came from and the words that say it', async () => {
    const e = await explainMarked(sentence)
    expect(attributeOf(e, 'indicator')).toEqual([
      'organisations_new',
      'rule',
      'Thành lập mới trên 20',
      'organisations_new/founded-before',
    ])
    expect(attributeOf(e, 'subject')).toEqual(['cooperative_group', 'counter', 'tổ hợp tác', null])
    expect(attributeOf(e, 'unit')).toEqual(['organisation', 'counter', 'tổ hợp tác', null])
    expect(attributeOf(e, 'value')).toEqual([20, 'number', '20', null])
    expect(attributeOf(e, 'comparator')).toEqual(['gt', 'clause', 'trên', null])
    expect(attributeOf(e, 'measure')).toEqual(['level', 'rule', '20', 'level'])
    expect(attributeOf(e, 'sector')).toEqual([null, 'default', null, null])
    expect(attributeOf(e, 'period')).toEqual(['2018', 'heading', 'NĂM 2018', null])
    expect(attributeOf(e, 'status')).toEqual(['actual', 'heading', 'KẾT QUẢ', null])
  })

  test('confidence is told as the precision of each attribute, the least sure first', async () => {
    const { confidence: c, observation } = await explainMarked(sentence)
    expect(c?.value).toBe(observation?.confidence)
    const precisions = c?.precisions.map(p => p.precision) ?? []
    expect(precisions).toEqual(precisions.toSorted((a, b) => a - b))
    expect(precisions.reduce((product, p) => product * p, 1)).toBeCloseTo(c?.product ?? 0)
    expect(c?.precisions.find(p => p.attribute === 'indicator')).toMatchObject({
      origin: 'rule',
      rule: 'organisations_new/founded-before',
    })
  })

  test('the rule that read it is told with its pattern, and those that gave way behind it', async () => {
    const { candidates } = await explainMarked(sentence)
    expect(candidates.map(c => [c.rule, c.chosen])).toEqual([
      ['organisations_new/founded-before', true],
      ['organisations/counted', false],
    ])
    expect(candidates[0]).toMatchObject({ pattern: '#Founded .{0,9} [#Quantity]', score: 49, in: 'own' })
  })

  test('words are told with line, column and offset', async () => {
    const e = await explainMarked(sentence)
    const text = (HEAD + sentence).replace(/[[\]]/g, '')
    const { words } = e.attributes.find(a => a.attribute === 'comparator') ?? {}
    expect(words).toMatchObject({ line: FIRST + 1, column: 17, start: text.indexOf('trên'), text: 'trên' })
    expect(e.above.map(w => [w.line, w.text])).toContainEqual([FIRST, 'KẾT QUẢ NĂM 2018'])
  })

  test('a per-phrase is told', async () => {
    const e = await explainMarked('Thu nhập bình quân của người lao động đạt [4,5] triệu đồng/người/tháng.')
    expect(attributeOf(e, 'per')).toEqual([['person', 'month'], 'clause', '/người/tháng', null])
    expect(attributeOf(e, 'unit')).toEqual(['VND', 'counter', 'triệu đồng', null])
  })

  test('what is taken over from another figure is told as such', async () => {
    const e = await explainMarked('Thành lập mới 35 hợp tác xã, đạt [103,8]% kế hoạch năm.')
    expect(attributeOf(e, 'indicator')).toEqual(['organisations_new', 'figure', '35', null])
    expect(attributeOf(e, 'measure')).toEqual(['plan_completion', 'rule', '103,8% kế hoạch năm', 'completion/of-plan'])
    expect(attributeOf(e, 'unit')).toEqual(['percent', 'counter', '%', null])
    expect(e.confidence?.precisions.find(p => p.attribute === 'indicator')).toMatchObject({
      origin: 'figure',
      rule: null,
    })
  })

  test('a label or a heading that names its indicator is told', async () => {
    const [label] = await ask(readFileSync('fixtures/gold/bac-kan-2020.txt', 'utf8'), { line: 42, column: 73 })
    expect(label && attributeOf(label, 'indicator').slice(0, 3)).toEqual([
      'income_per_worker',
      'sentence',
      'Thu nhập của người lao động',
    ])
    const heading = await explainMarked('1. Số hợp tác xã thành lập mới\n- Huyện Kế Sách: [03]\n')
    expect(attributeOf(heading, 'indicator').slice(0, 3)).toEqual(['organisations_new', 'heading', 'thành lập mới'])
  })
})

test('a statistic that a rule names has no near misses', async () => {
  expect((await explainMarked('Thành lập mới [20] hợp tác xã.')).nearMisses).toEqual([])
})

describe('of a numeral that is no statistic', () => {
  test.each([
    ['Tổ chức tại [11] huyện trong tỉnh.', 'other', 'rule', 'other/places'],
    ['Trong năm [2019] mở rộng.', 'date', 'period', undefined],
    ['Thực hiện Quyết định số [1804]/QĐ-TTg ngày 13/11/2020.', 'reference', 'reference', undefined],
    ['[1]. Mục tiêu chung\n', 'outline', 'marker', undefined],
    [
      'MỤC LỤC\nI.\tTình hình chung ..........\t[3]\nII.\tKết quả đạt được ..........\t5\n',
      null,
      'table-row',
      undefined,
    ],
  ])('%s', async (marked, is, as, rule) => {
    const e = await explainMarked(marked)
    expect([e.class, e.account.as, e.account.rule?.id]).toEqual([is, as, rule])
    expect([e.observation, e.attributes, e.nearMisses]).toEqual([null, [], []])
  })

  test('the number of the document belongs to its head', async () => {
    const [e] = await ask(HEAD, { line: 3, column: 5 })
    expect(e).toMatchObject({ numeral: { text: '204' }, class: 'reference' })
  })
})

test('a line without a column gives all of its numbers, in order, in digits and in words', async () => {
  const line = 'Năm 2019 thành lập hai hợp tác xã, 16 - 18 tổ hợp tác; giải thể 03 hợp tác xã.'
  const all = await ask(`${HEAD}${line}\n`, { line: FIRST, column: null })
  expect(all.map(e => e.numeral.text)).toEqual(['2019', 'hai', '16 - 18', '03'])
})

test.each<[string, Asked, string, Readonly<Record<string, unknown>>]>([
  ['a line that is not there', { line: 99, column: null }, 'no-such-line', { line: 99 }],
  ['a line without numbers', { line: 1, column: null }, 'no-numeral', { en: 'line 1' }],
  ['a column beside a number', { line: 3, column: 1 }, 'no-numeral', { en: 'line 3, column 1' }],
  ['a column behind the line', { line: 3, column: 99 }, 'no-numeral', {}],
  ['an offset behind the text', { offset: 9_999 }, 'no-numeral', { en: 'offset 9999' }],
])('%s is a problem that is named', async (_, asked, code, details) => {
  expect(await explain(Buffer.from(HEAD), asked, DEFAULT_LIMITS)).toMatchObject({
    ok: false,
    problem: { code, details },
  })
})

test('what cannot be read is refused as it is in extraction', async () => {
  expect(await explain(Buffer.from(''), { offset: 0 }, DEFAULT_LIMITS)).toMatchObject({ ok: false })
})

describe.each(['lang-son-2020', 'tam-duong-2024'])('of every numeral of %s', name => {
  const read = readText(readFileSync(`fixtures/gold/${name}.txt`))
  if (!read.ok) throw new Error(read.problem.code)
  const { document } = read
  const all = { start: 0, end: document.text.length }
  const { watch, recording } = record(all)
  const understood = understand(document, RULES, watch)
  const places = new Places(document)
  const numerals = numeralsIn(document.text, all, understood.observations)
  const explanations = numerals.map(n => explainNumeral(n, recording, understood.observations, places, RULES))

  test('the class is that of the account of the whole document', () => {
    const counted: Partial<Record<NumeralClass | 'unexplained', number>> = {}
    for (const e of explanations) {
      const digits = e.numeral.text.match(/\d+(?:[.,]\d+)*/g)?.length ?? 0
      const label = e.class ?? 'unexplained'
      counted[label] = (counted[label] ?? 0) + digits
    }
    const { total, unexplained, ...classes } = understood.numerals
    expect({ ...{ unexplained: 0 }, ...counted }).toEqual({
      unexplained: unexplained.length,
      ...Object.fromEntries(Object.entries(classes).filter(([, n]) => n > 0)),
    })
    expect(total).toBeGreaterThan(100)
  })

  test('a statistic is explained with the values that it has, and every rule with its pattern', () => {
    const explained = explanations.filter(e => e.observation)
    expect(new Set(explained.map(e => e.observation?.id)).size).toBe(understood.observations.length)
    for (const { observation: o, attributes, numeral } of explained) {
      for (const { attribute, value, rule } of attributes) {
        if (attribute !== 'value') expect([numeral, value]).toEqual([numeral, o?.[attribute]])
        if (rule && attribute !== 'indicator') continue
        if (rule) expect([numeral, rule.id, rule.pattern]).toEqual([numeral, rule.id, expect.any(String)])
      }
    }
  })

  test('it has the form of the contract', () => {
    const engine = { version: '0', rules: '0' }
    for (const e of explanations) expect(() => Explanation.parse({ ...e, engine })).not.toThrow()
  })
})

test('what watches a reading changes nothing of it', () => {
  const read = readText(readFileSync('fixtures/gold/lang-son-2020.txt'))
  if (!read.ok) throw new Error(read.problem.code)
  const { watch } = record({ start: 0, end: read.document.text.length })
  expect(understand(read.document, RULES, watch)).toEqual(understand(read.document, RULES))
})

test('a figure of a cell is explained by the heads over it and the labels before it', async () => {
  const text = readFileSync('fixtures/gold/bac-kan-2020.txt')
  const explained = await explain(text, { line: 275, column: 51 }, DEFAULT_LIMITS)
  if (!explained.ok) throw new Error(explained.problem.code)
  const [explanation] = explained.explanations
  const told = explanation?.attributes.map(({ attribute, from, rule, words }) => [
    attribute,
    from,
    rule?.id,
    words?.text,
  ])
  expect(told).toEqual(
    expect.arrayContaining([
      ['indicator', 'rule', 'annex-1/members', 'Tổng số thành viên hợp tác xã'],
      ['unit', 'row', undefined, 'Người'],
      ['period', 'column', undefined, 'Năm 2019'],
      ['status', 'column', undefined, 'Ước thực hiện'],
    ]),
  )
})
