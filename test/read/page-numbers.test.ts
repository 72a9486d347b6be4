import { describe, expect, it } from 'vitest'
import { pageNumberLines } from '../../src/read/page-numbers.ts'

const found = (text: string) => {
  const lines = text.split('\n')
  return [...pageNumberLines(lines)].map(index => lines[index])
}

const page = [
  'Toàn tỉnh có 352 hợp tác xã,',
  'trong đó 308 hợp tác xã đang hoạt động.',
  'a) Nông nghiệp 214 HTX;',
  'b) Vận tải 12 HTX.',
].join('\n')

describe('page numbers between the lines of a text', () => {
  it('count on from page to page', () => {
    expect(found([page, '2', page, '', '3', '', page, '- 4 -', page].join('\n'))).toEqual(['2', '3', '- 4 -'])
    expect(found([page, 'Trang 1/3', page, 'Trang 2/3', page].join('\n'))).toEqual(['Trang 1/3', 'Trang 2/3'])
  })

  it('may be a single one in the midst of a sentence', () => {
    expect(
      found('Lao động thường xuyên là 9.120 người, trong đó có 5.840 lao động là thành\n\n3\n\nviên HTX.'),
    ).toEqual(['3'])
  })

  it('are not the numbers of a table, one below the other or far from counting on', () => {
    expect(found('Tổng số HTX\n12\n13\n14\nĐang hoạt động\n10\n11\n12')).toEqual([])
    expect(found([page, '12', page, '35', page].join('\n'))).toEqual([])
    expect(found('Tổng số hợp tác xã\n12\nTổng số thành viên')).toEqual([])
  })
})
