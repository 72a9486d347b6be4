import { describe, expect, it } from 'vitest'
import { blankNumber } from '../../../src/check/form/blank-number.ts'
import { fixture } from '../../extract/fixtures.ts'
import { findFaults } from './find-faults.ts'

const head = (number: string, date: string): string =>
  `ỦY BAN NHÂN DÂN\nHUYỆN TAM ĐƯỜNG\n\n${number}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n${date}\n\nKẾ HOẠCH\nPhát triển kinh tế tập thể năm 2024\n\nThực hiện Kế hoạch số 12/KH-UBND, ngày   tháng 8 năm 2023 của UBND tỉnh.\n`

describe('the number and the date of a document', () => {
  it.each([
    ['gold/tam-duong-2024.txt', 'note “[Số: /KH-UBND]”, “[ngày tháng 9 năm 2023]”'],
    ['gold/lien-minh-lang-son-2023.txt', 'note “[Số: /KH-LMHTX]”'],
  ])('are found blank in %s', async (path, expected) => {
    expect(await findFaults(blankNumber, fixture(path))).toEqual([expected])
  })

  it.each([
    ['Số:      /KH-UBND', 'Tam Đường, ngày 09 tháng 9 năm 2023', 'note “[Số: /KH-UBND]”'],
    ['Số: ……/KH-UBND', 'Tam Đường, ngày … tháng … năm 2023', 'note “[Số: ……/KH-UBND]”, “[ngày … tháng … năm 2023]”'],
    ['Số: 214/KH-UBND', 'Tam Đường, ngày 09 tháng    năm 2023', 'note “[ngày 09 tháng năm 2023]”'],
  ])('are found blank in %j, %j', async (number, date, expected) => {
    expect(await findFaults(blankNumber, head(number, date))).toEqual([expected])
  })

  it('are left alone where they are given, whatever other documents lack', async () => {
    const text = head('Số: 214/KH-UBND', 'Tam Đường, ngày 09 tháng 9 năm 2023')
    expect(await findFaults(blankNumber, text)).toEqual([])
  })

  it('are not asked for in a text without a head', async () => {
    expect(await findFaults(blankNumber, 'Lạng Sơn, ngày    tháng 9 năm 2023 có mưa.')).toEqual([])
  })
})
