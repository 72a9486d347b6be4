import { describe, expect, it } from 'vitest'
import type { Extraction } from '../../src/contract/index.ts'
import { extractionOf } from '../extract/fixtures.ts'
import { wordFile } from '../read/word-file.ts'
import { processorTime } from '../support/processor-time.ts'

/** A numeral is a run of digits with dots and commas between them. */
const numeralsIn = (text: string): number => text.match(/\d+(?:[.,]\d+)*/g)?.length ?? 0

/** Every numeral of the text has one fate: its class, or a place among the unexplained. */
const expectNoNumeralLost = ({ text, numerals: { total, unexplained, ...classes } }: Extraction): void => {
  const explained = Object.values(classes).reduce((sum, count) => sum + count, 0)
  expect({ total, accounted: explained + unexplained.length }).toEqual({
    total: numeralsIn(text),
    accounted: numeralsIn(text),
  })
}

const HEAD = 'TT\tChỉ tiêu\tĐơn vị tính\tNăm 2019\tNăm 2020'
const row = (i: number): string => `${i}\tSố hợp tác xã của xã ${i}\tHTX\t${i % 40}\t${(i % 40) + 2}`
const rows = (count: number): string => Array.from({ length: count }, (_, i) => row(i + 1)).join('\n')

/** Lines of tabs that are no table of statistics. */
const NO_STATISTICS: readonly (readonly [string, string])[] = [
  [
    'a table of contents with dot leaders',
    [
      'MỤC LỤC',
      'I.\tTình hình chung ........................................\t3',
      '1.\tTổ hợp tác .............................................\t4',
      '2.\tHợp tác xã .............................................\t5',
      'II.\tĐánh giá kết quả thực hiện .............................\t9',
      'III.\tPhương hướng, nhiệm vụ .................................\t12',
      'Phụ lục .....................................................\t15',
    ].join('\n'),
  ],
  [
    'a form to fill in',
    [
      'Họ và tên:\tNông Văn Bình\tNgày sinh:\t12/5/1978',
      'Số CMND:\t095012345\tNgày cấp:\t3/4/2010',
      'Điện thoại:\t0209.3870.123\tFax:\t0209.3870.124',
      'Địa chỉ:\tTổ 5, phường Đức Xuân\tTỉnh:\tBắc Kạn',
    ].join('\n'),
  ],
  [
    'a list of names and telephone numbers',
    [
      'Họ và tên\tChức vụ\tĐiện thoại',
      'Hoàng Thị Lan\tGiám đốc\t0912 345 678',
      'Triệu Văn Sơn\tPhó Giám đốc\t0987.654.321',
      'Đinh Thị Hoa\tChuyên viên\t02093 871 456',
    ].join('\n'),
  ],
]

/** A file without any word is refused as one without text. */
const SENTENCE = 'Kết quả thực hiện theo biểu sau:\n'

/** Tables that are hardly any. */
const ODD: readonly (readonly [string, string])[] = [
  [
    'rows of unlike length',
    [HEAD, '1\tTổng số\tHTX\t160', '\t\t', '2\tThành viên\tNgười\t1.270\t1.599\t7\t8\t9', '3'].join('\n'),
  ],
  ['head rows only', `${HEAD}\n\t\t\tKế hoạch\tThực hiện\n(1)\t(2)\t(3)\t(4)\t(5)=(4)+(6)`],
  ['one row only', row(1)],
  ['one head row only', HEAD],
  ['nothing but empty cells', `${SENTENCE}${Array.from({ length: 50 }, () => '\t\t\t\t').join('\n')}`],
  [
    'numbers without any head',
    `${SENTENCE}${Array.from({ length: 30 }, (_, i) => `${i}\t${i * 2}\t${i * 3}`).join('\n')}`,
  ],
  ['a formula that needs itself', `${HEAD}\n1\t2\t3\t4=5+1\t5=4+1\n${rows(3)}`],
  ['a formula of columns that are not there', `${HEAD}\n(1)\t(2)\t(3)\t(4)=(9)+(10)\t(5)=(4)/(0)*100\n${rows(3)}`],
  ['a formula that never ends', `${HEAD}\n1\t2\t3\t4=((((((5\t5=${'4+'.repeat(2000)}\n${rows(3)}`],
]

describe('tabs that are no table of statistics', () => {
  it.each(NO_STATISTICS)('%s gives no observation, and its numerals are all there', async (_, text) => {
    const extraction = await extractionOf(text)
    expect(extraction.observations).toEqual([])
    expect(extraction.text).toBe(text)
    expectNoNumeralLost(extraction)
  })
})

describe('a table that is hardly one is read without losing a numeral', () => {
  it.each(ODD)('%s', async (_, text) => {
    const extraction = await extractionOf(text)
    expect(extraction.text).toBe(text)
    expectNoNumeralLost(extraction)
  })
})

const cell = (text: string): string => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
const wordRow = (line: string): string => `<w:tr>${line.split('\t').map(cell).join('')}</w:tr>`

/** Files that grow with a size; the size is such that half of it takes long enough to be timed. */
const GROWING: readonly (readonly [string, number, (size: number) => string | Buffer])[] = [
  ['rows of a text table', 5_000, size => `${HEAD}\n${rows(size)}`],
  [
    'rows of a Word table',
    2_000,
    size => wordFile(`<w:tbl>${`${HEAD}\n${rows(size)}`.split('\n').map(wordRow).join('')}</w:tbl>`),
  ],
  ['cells of a row', 10_000, size => `${HEAD}\n${Array.from({ length: size }, (_, i) => i).join('\t')}\n${rows(3)}`],
  ['cells of a head', 10_000, size => `${'Năm 2019\t'.repeat(size)}\n${'7\t'.repeat(size)}`],
  ['head rows', 5_000, size => Array.from({ length: size }, () => '\tNăm\tKế hoạch\tƯớc').join('\n')],
  [
    'characters of a cell',
    100_000,
    size => `${HEAD}\n1\t${'Số hợp tác xã 5 '.repeat(size / 16)}\tHTX\t3\t4\n${rows(3)}`,
  ],
]

/** Twice the size takes twice as long, or four times where time grows with its square; the rest is for a busy machine. */
const LINEAR = 3.2
/** Milliseconds below which a time says nothing. */
const NOISE = 150

const timeOf = async (file: string | Buffer): Promise<number> => {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < 3; i++) {
    const start = processorTime()
    await extractionOf(file)
    best = Math.min(best, processorTime() - start)
  }
  return best
}

describe('time grows with the size, and no numeral is lost', () => {
  it.each(GROWING)('%s', async (_, size, make) => {
    expectNoNumeralLost(await extractionOf(make(size)))
    const half = await timeOf(make(size / 2))
    const whole = await timeOf(make(size))
    expect(whole, `${Math.round(half)} ms for half of ${Math.round(whole)} ms`).toBeLessThan(
      Math.max(NOISE, half * LINEAR),
    )
  })
})
