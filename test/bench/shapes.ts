/** A text that a careless scan would take the square of its length for. */
export interface Shape {
  readonly name: string
  /** `size` times a tenth of its full length, from 1 to 10. */
  readonly make: (size: number) => string
}

const CLAUSE = 'Toàn huyện có 24 HTX (năm 2017: 22 HTX), trong đó 18 HTX nông nghiệp, tăng 3 HTX so với năm trước; '
const SENTENCE = 'Hợp tác xã nông nghiệp trên địa bàn tỉnh có 12 thành viên và doanh thu 3 tỷ đồng. '
const REFERENCE = 'Nghị định số 193/2013/NĐ-CP ngày 21/11/2013 của Chính phủ, '
const MARKERS = ['Phần thứ nhất', 'Chương I', 'A.', 'I.', '1.', '1.1.', '1.1.1.', 'a)', '-', '+', '*']

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n')

/** Long enough to show growth, and none of them takes more than some seconds. */
export const SHAPES: readonly Shape[] = [
  { name: 'one sentence of 2,000 clauses', make: n => CLAUSE.repeat(200 * n) },
  { name: 'one sentence of commas', make: n => CLAUSE.replace(';', ',').repeat(200 * n) },
  { name: 'one line of 1 MB', make: n => SENTENCE.repeat(1_000 * n) },
  { name: 'one word of 1 MB', make: n => 'a'.repeat(100_000 * n) },
  { name: 'one number of 1 MB', make: n => '1'.repeat(100_000 * n) },
  {
    name: '20,000 items under one lead-in',
    make: n =>
      `Kết quả như sau:\n${lines(2_000 * n, i => `- Huyện A có ${i % 97} hợp tác xã, doanh thu ${i % 53} tỷ đồng`)}`,
  },
  { name: '20,000 tiny sentences', make: n => 'Có 5 HTX. '.repeat(2_000 * n) },
  { name: '10,000 lead-ins in a row', make: n => lines(1_000 * n, i => `Trong đó có ${i % 9} hợp tác xã:\n`) },
  {
    name: 'all markers in turn',
    make: n =>
      lines(500 * n, i => `${MARKERS[i % MARKERS.length]} Phát triển hợp tác xã năm ${2010 + (i % 9)} có 5 HTX:\n`),
  },
  { name: '10,000 titles', make: n => lines(1_000 * n, () => 'PHÁT TRIỂN KINH TẾ TẬP THỂ NĂM 2019\n') },
  {
    name: '10,000 lines of one paragraph',
    make: n => lines(1_000 * n, () => 'hợp tác xã trên địa bàn tỉnh và các huyện có tổng'),
  },
  { name: 'numbers alone', make: n => '12 '.repeat(2_000 * n) },
  { name: 'numbers with dashes', make: n => '1-'.repeat(2_000 * n) },
  { name: 'numbers in pairs', make: n => '12/30, '.repeat(1_000 * n) },
  { name: 'numbers with colons', make: n => 'HTX: 5: '.repeat(1_000 * n) },
  { name: 'opening brackets', make: n => `12 HTX ${'('.repeat(10_000 * n)} 5 HTX` },
  { name: 'brackets in brackets', make: n => `${'(5 '.repeat(500 * n)}${')'.repeat(500 * n)}` },
  { name: 'brackets that never close', make: n => '(5 HTX '.repeat(1_000 * n) },
  { name: 'many numbers behind one lần lượt', make: n => `lần lượt là ${'36%, 40,8%, '.repeat(500 * n)}` },
  { name: 'a fund and its loans', make: n => 'Quỹ cho vay 25 triệu đồng, dư nợ 30 tỷ đồng, '.repeat(300 * n) },
  { name: '20,000 references', make: n => REFERENCE.repeat(2_000 * n) },
  { name: '10,000 lines of references', make: n => lines(1_000 * n, i => `- Thực hiện ${i} HTX theo ${REFERENCE}`) },
  { name: '20,000 dates', make: n => 'ngày 12/8/2019 '.repeat(2_000 * n) },
  { name: 'empty lines', make: n => `5 HTX${'\n'.repeat(20_000 * n)}6 HTX` },
]
