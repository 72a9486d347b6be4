import { expect, it } from 'vitest'
import { inReport } from './sentence.ts'

it.each([
  ['Tỷ lệ hộ nghèo giảm còn [5,2] %.', 'Tỷ lệ hộ nghèo'],
  ['GRDP bình quân đầu người đạt [45] triệu đồng.', 'GRDP bình quân đầu người'],
  ['Các HTX bao tiêu 8.450 tấn chè búp tươi, [62] nghìn con gà đồi và trên 1.900 tấn rau.', 'con gà đồi'],
  ['Tổng nguồn vốn 746 tỷ đồng, trong đó tiền gửi của dân [612] tỷ đồng, tăng 14,2%.', 'tiền gửi của dân'],
  ['VietGAP: 97 HTX với [2.108] ha chè, 186 ha rau quả.', 'ha chè'],
  ['Các HTX quản lý [12] chợ loại 2.', 'Các HTX quản lý … chợ loại 2'],
  ['Thu hồi tối thiểu [60]% nợ đọng.', 'Thu hồi … nợ đọng'],
])('%s is about: %s', (text, qualifier) => {
  expect(inReport(text)?.qualifier).toBe(qualifier)
})
