import { describe, expect, it } from 'vitest'
import { inReport } from './sentence.ts'

/** What is said of credit funds, of banks, of assets and of people by age, in the wordings of several offices. */
const READ: readonly (readonly [string, string])[] = [
  ['Quỹ tín dụng: đã thanh tra trực tiếp [11] quỹ, phát hiện 07 quỹ cho vay vượt mức.', 'organisations_other'],
  ['Theo kết quả xếp loại năm 2009, loại I có [61] quỹ, loại II 19 quỹ.', 'organisations_good'],
  ['Theo kết quả xếp loại năm 2009, loại I có 61 quỹ, loại II [19] quỹ.', 'organisations_other'],
  ['Vốn: NHCSXH [03] HTX, 1,2 tỷ.', 'organisations_borrowing'],
  ['Vốn: Agribank 05 HTX, [4,2] tỷ.', 'loans'],
  ['83 quỹ có lãi, hai quỹ lỗ với số tiền [214] triệu đồng.', 'money_other'],
  ['Các HTX thua lỗ tổng cộng [320] triệu đồng.', 'money_other'],
  ['Tài sản cố định bình quân [1.250] triệu đồng/HTX.', 'money_other'],
  ['Trong năm các HTX kết nạp 120 xã viên, cho ra [35] xã viên.', 'members_left'],
  ['Xã viên vào mới: [31]; ra: 9.', 'members_new'],
  ['Hỗ trợ: huyện cấp 120 triệu đồng mua máy cấy; xã đối ứng [30] triệu đồng.', 'support_funding'],
  ['Cán bộ quản lý là đảng viên 96 người, dưới 35 tuổi [54] người.', 'people_other'],
  ['Giải thể: 01 HTX; tự ngừng: [04].', 'organisations_suspended'],
]

describe('credit funds, banks, assets and ages', () => {
  it.each(READ)('%s', (sentence, indicator) => {
    expect(inReport(sentence)?.indicator).toBe(indicator)
  })
})
