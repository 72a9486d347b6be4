import { describe, expect, it } from 'vitest'
import { periodBackwards } from '../../../src/check/form/period-backwards.ts'
import { programmePeriod } from '../../../src/check/form/programme-period.ts'
import { programmePhase } from '../../../src/check/form/programme-phase.ts'
import { fixture } from '../../extract/fixtures.ts'
import { findFaults } from './find-faults.ts'

const DECISION = 'Quyết định số 2261/QĐ-TTg ngày 15/12/2014 của Thủ tướng Chính phủ phê duyệt Chương trình hỗ trợ'

describe('a programme', () => {
  const faults = (...sentences: string[]) => findFaults(programmePeriod, sentences.map(s => `${s}.\n`).join('\n'))

  it('is found with two periods under one number', async () => {
    expect(
      await faults(
        `Thực hiện ${DECISION} phát triển hợp tác xã giai đoạn 2015-2020`,
        'Theo Quyết định số 2261/QĐ-TTg về phê duyệt Chương trình hỗ trợ phát triển HTX giai đoạn 2016 - 2020',
      ),
    ).toEqual(['note “[giai đoạn 2015-2020]” ≠ “[giai đoạn 2016 - 2020]”'])
  })

  it('is found with two periods under one title, abbreviated or not', async () => {
    expect(
      await faults(
        'Tỉnh xây dựng Kế hoạch phát triển kinh tế tập thể, hợp tác xã giai đoạn 2016-2020',
        'Kinh phí của Kế hoạch phát triển KTTT, HTX giai đoạn 2015-2020 do ngân sách bảo đảm',
      ),
    ).toEqual(['note “[giai đoạn 2016-2020]” ≠ “[giai đoạn 2015-2020]”'])
  })

  it.each([
    [
      'that follows another of the same title',
      'Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2016-2020',
      'Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021-2025',
    ],
    [
      'that continues another of the same title',
      'Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2010-2020',
      'Chương trình MTQG xây dựng NTM giai đoạn 2016-2020',
    ],
    [
      'whose first phase is named by itself',
      'Quyết định số 1719/QĐ-TTg ngày 14/10/2021 phê duyệt Chương trình mục tiêu quốc gia vùng dân tộc giai đoạn 2021-2030',
      'Quyết định số 1719/QĐ-TTg ngày 14/10/2021 phê duyệt Chương trình mục tiêu quốc gia vùng dân tộc giai đoạn 2021-2025',
    ],
    [
      'with a title of few words',
      'Kế hoạch phát triển HTX giai đoạn 2015-2020',
      'Kế hoạch phát triển chợ giai đoạn 2016-2020',
    ],
    [
      'issued with another decision',
      'Quyết định số 12/QĐ-UBND ngày 5/1/2016 ban hành Kế hoạch phát triển kinh tế tập thể giai đoạn 2016-2020',
      'Quyết định số 99/QĐ-UBND ngày 5/1/2015 ban hành Kế hoạch phát triển kinh tế tập thể giai đoạn 2015-2020',
    ],
    [
      'beside a period of what was done',
      `Theo ${DECISION} phát triển hợp tác xã giai đoạn 2015-2020`,
      'Thực hiện Quyết định số 2261/QĐ-TTg, giai đoạn 2016-2018 tỉnh đã hỗ trợ 12 hợp tác xã',
    ],
  ])('is left alone: %s', async (_, first, second) => {
    expect(await faults(first, second)).toEqual([])
  })
})

describe('a phase', () => {
  it('is found outside of its programme', async () => {
    expect(await findFaults(programmePhase, fixture('gold/tam-duong-2024.txt'))).toEqual([
      'warning “[giai đoạn I: Từ năm 2020 đến năm 2025]” ⊄ “[giai đoạn 2021-2030]”',
    ])
  })

  it.each([
    ['within', 'Chương trình giai đoạn 2021-2030 (giai đoạn 1: 2021-2025; giai đoạn 2: 2026-2030) đã được duyệt.'],
    [
      'of another programme',
      'Kết thúc Đề án giai đoạn 2011-2015. Bước vào giai đoạn 2 (2016-2020), tỉnh tập trung vốn.',
    ],
  ])('is left alone: %s', async (_, text) => {
    expect(await findFaults(programmePhase, text)).toEqual([])
  })

  it('is found where the second ends too late', async () => {
    const text = 'Chương trình giai đoạn 2021-2030 (giai đoạn 1: 2021-2025; giai đoạn 2: 2026-2031) đã được duyệt.'
    expect(await findFaults(programmePhase, text)).toEqual([
      'warning “[giai đoạn 2: 2026-2031]” ⊄ “[giai đoạn 2021-2030]”',
    ])
  })
})

describe('a period', () => {
  it('is found to run backwards', async () => {
    expect(await findFaults(periodBackwards, 'Tỉnh lập kế hoạch giai đoạn 2025 - 2020 cho các huyện.')).toEqual([
      'warning [giai đoạn 2025 - 2020]: 2025 > 2020',
    ])
  })

  it.each(['giai đoạn 2020-2025', 'giai đoạn 2020', 'từ 2025 xuống 2020'])('is left alone: %s', async period => {
    expect(await findFaults(periodBackwards, `Tỉnh lập kế hoạch ${period} cho các huyện.`)).toEqual([])
  })
})
