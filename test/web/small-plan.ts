import type { Uploaded } from './open-workplace.ts'

/** A plan of a few records, of which a flag suspects the first. */
export const SMALL_PLAN: Uploaded = {
  name: 'nho.txt',
  content: `KẾ HOẠCH
Phát triển kinh tế tập thể năm 2020

Năm 2019 tổng số thành viên hợp tác xã ước đạt 1.559 người, đạt 105,2% kế hoạch (kế hoạch năm 2019 là 1.520 người).
Năm 2019 thành lập mới 12 hợp tác xã, doanh thu bình quân một hợp tác xã 850 triệu đồng.
`,
}
