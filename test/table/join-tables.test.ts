import { describe, expect, it } from 'vitest'
import { modelsOf, tabbed } from './drawn.ts'

const HEAD = 'TT | Chỉ tiêu | ĐVT | TH 2018 | KH 2019'
const FIRST = `${HEAD}
1 | Tổng số HTX | HTX | 160 | 172
2 | Tổng số thành viên | Người | 1.270 | 1.520`
const SECOND = `3 | Tổng số lao động | Người | 1.420 | 1.650
4 | Tổng số cán bộ quản lý | Người | 655 | 530`

/** The labels of each table of a text. */
const labelsIn = (text: string): string[][] =>
  modelsOf(text).map(({ rows }) => rows.map(({ labels }) => labels.at(-1)?.content.text ?? ''))

const WHOLE = [['Tổng số HTX', 'Tổng số thành viên', 'Tổng số lao động', 'Tổng số cán bộ quản lý']]

/** Page numbers are known by one another. */
const pages = (between: string): string => `Trang đầu\n1\n\n${between}`

describe('a table goes on', () => {
  it.each([
    ['behind white space with its head again', `${tabbed(FIRST)}\n\n${tabbed(`${HEAD}\n${SECOND}`)}`],
    ['behind white space without a head', `${tabbed(FIRST)}\n\n${tabbed(SECOND)}`],
    ['behind a page number', `${tabbed(FIRST)}\n\n12\n\n${tabbed(`${HEAD}\n${SECOND}`)}`],
    ['behind a page number between dashes', `${tabbed(FIRST)}\n\n- 12 -\n\n${tabbed(SECOND)}`],
    ['behind a page break', `${tabbed(FIRST)}\n\f\n${tabbed(`${HEAD}\n${SECOND}`)}`],
    [
      'with a head that a scan damaged',
      `${tabbed(FIRST)}\n\n${tabbed(`TT | Chi tiêu | ĐVT | TH 2O18 | KH 2019\n${SECOND}`)}`,
    ],
  ])('%s', (_, text) => {
    expect(labelsIn(text)).toEqual(WHOLE)
  })

  it('over three pages', () => {
    const third = '5 | Doanh thu bình quân | Tr đồng | 614 | 850\n6 | Lãi bình quân | Tr đồng | 52 | 150'
    const text = [FIRST, `${HEAD}\n${SECOND}`, `${HEAD}\n${third}`].map(tabbed).join('\n\n')
    expect(labelsIn(text)).toEqual([[...(WHOLE[0] ?? []), 'Doanh thu bình quân', 'Lãi bình quân']])
  })

  it('and keeps where the repeated head and the page number stood', () => {
    const text = `${tabbed(FIRST)}\n\n12\n\n${tabbed(`${HEAD}\n${SECOND}`)}`
    const [model] = modelsOf(text)
    expect(model?.repeated.map(({ start, end }) => text.slice(start, end))).toEqual(
      expect.arrayContaining(['12', 'TT', 'Chỉ tiêu', 'ĐVT', 'TH 2018', 'KH 2019']),
    )
    expect([model?.start, model?.end]).toEqual([0, text.length])
  })
})

describe('a table ends', () => {
  it.each([
    ['where a title stands', `${tabbed(FIRST)}\n\nPhụ lục 2\n\n${tabbed(`${HEAD}\n${SECOND}`)}`],
    ['where a sentence stands', `${tabbed(FIRST)}\n\nKết quả của các tổ hợp tác như sau:\n\n${tabbed(SECOND)}`],
    [
      'where the next one has another head',
      `${tabbed(FIRST)}\n\n${tabbed(`TT | Huyện | Số xã | Dân số | Diện tích\n${SECOND}`)}`,
    ],
    [
      'where the next one has more columns',
      `${tabbed(FIRST)}\n\n${tabbed(`${HEAD} | KH 2020\n3 | Lao động | Người | 1.420 | 1.650 | 2.000\n4 | Cán bộ | Người | 655 | 530 | 804`)}`,
    ],
  ])('%s', (_, text) => {
    expect(labelsIn(pages(text))).toHaveLength(2)
    expect(labelsIn(pages(text)).map(labels => labels.length)).toEqual([2, 2])
  })
})
