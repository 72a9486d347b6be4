import { describe, expect, it } from 'vitest'
import { writingOf } from '../../../src/lex/lex-block.ts'
import { LexedCells } from '../../../src/observe/table/lexed-cells.ts'
import { formRowOf } from '../../../src/observe/table/match-form.ts'
import { RULES } from '../../support/phrase.ts'
import { inPlanTable, observedIn } from './in-table.ts'

/** Rule, subject and indicator of each figure of the last column, by its number. */
const known = (drawn: string) =>
  Object.fromEntries(
    observedIn(drawn).map(({ n, observation: o }) => [
      n,
      [o.because.indicator?.rule ?? null, o.subject, o.indicator, o.sector],
    ]),
  )

const ANNEX_1 = `TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2018
I | Hợp tác xã | |
1 | Tổng số hợp tác xã | HTX | 160
 | Trong đó: | |
 | Số hợp tác xã đang hoạt động | HTX | 156
 | Số hợp tác xã thành lập mới | HTX | 35
2 | Tổng số thành viên hợp tác xã | Người | 1.270
 | Trong đó: | |
 | Số thành viên mới | Thành viên | 315
 | Số thành viên ra khói hợp tác xã | Thành viên | 24
3 | Tổng số lao động thường xuyên trong hợp tác xã | Người | 1.420
 | Trong đó: | |
 | Số lao động thường xuyên mới | Người | 130
 | hợp tác xã | Người | 1.100
4 | Tổng số cán bộ quản lý hợp tác xã | Người | 655
II | Tổ hợp tác | |
1 | Tổng số tổ hợp tác | THT | 66
 | Trong đó: | |
 | Số THT có đăng ký hoạt động với chính quyền xã/phường/thị trấn | THT | 65`

describe.each(RULES.forms.map(form => [form.id, form] as const))('the form %s', (_, form) => {
  const cells = new LexedCells(RULES, writingOf('', RULES))

  it('knows its examples', () => {
    expect(form.examples.map(({ label }) => [label, formRowOf(form, label, cells)?.id])).toEqual(
      form.examples.map(({ label, row }) => [label, row]),
    )
  })

  it('knows each of its own labels', () => {
    const labels = form.rows.flatMap(({ id, labels }) => labels.map(label => [label, id]))
    expect(labels.map(([label = '']) => [label, formRowOf(form, label, cells)?.id])).toEqual(labels)
  })

  it('does not know its counter-examples', () => {
    expect(form.counterExamples.filter(label => formRowOf(form, label, cells) !== null)).toEqual([])
  })
})

describe('rows of annex 1', () => {
  it('are known by their labels, whose organisations the section names', () => {
    expect(known(ANNEX_1)).toMatchObject({
      160: ['annex-1/organisations', 'cooperative', 'organisations', null],
      156: ['annex-1/active', 'cooperative', 'organisations_active', null],
      35: ['annex-1/new', 'cooperative', 'organisations_new', null],
      '1.270': ['annex-1/members', 'cooperative', 'members', null],
      315: ['annex-1/members-new', 'cooperative', 'members_new', null],
      130: ['annex-1/workers-new', 'cooperative', 'workers_new', null],
      655: ['annex-1/managers', 'cooperative', 'managers', null],
      66: ['annex-1/organisations', 'cooperative_group', 'organisations', null],
      65: ['annex-1/registered', 'cooperative_group', 'organisations_registered', null],
    })
  })

  it('are known though a scan damaged their labels', () => {
    expect(known(ANNEX_1)).toMatchObject({ 24: ['annex-1/members-left', 'cooperative', 'members_left', null] })
  })

  it('are known by their place where their label was cut', () => {
    expect(known(ANNEX_1)).toMatchObject({
      '1.100': ['annex-1/workers-members', 'cooperative', 'workers_also_members', null],
    })
    const found = inPlanTable(ANNEX_1.replace('1.100', '[1.100]'))
    expect(found?.because.indicator?.text).toBe('Số lao động thường xuyên là thành viên hợp tác xã')
  })

  it('point in the reasons at their labels', () => {
    const found = observedIn(ANNEX_1).find(({ n }) => n === '156')
    const { start = 0, end = 0 } = found?.observation.because.indicator ?? {}
    expect(found?.text.slice(start, end)).toBe('Số hợp tác xã đang hoạt động')
  })

  it('are no others that end in the same words', () => {
    const elsewhere = `TT | Chỉ tiêu | ĐVT | TH 2018
1 | Vốn điều lệ | Tr đồng | 614
 | hợp tác xã | Người | 1.100
2 | Nợ phải trả | Tr đồng | 52`
    expect(known(elsewhere)['1.100']?.[0]).not.toBe('annex-1/workers-members')
  })
})

describe('rows of annex 2', () => {
  const table = `TT | Chỉ tiêu | ĐVT | TH 2018
1 | HỢP TÁC XÃ | |
 | Tổng số hợp tác xã | HTX | 160
 | Chia ra: | |
 | Hợp tác xã nông - lâm - ngư - diêm nghiêp | HTX | 124
 | Hợp tác xã công nghiệp - tiểu thủ công nghiệp | HTX | 12
 | Hợp tác xã xây dưng | HTX | 9
 | Hợp tác xã tín dụng | HTX | 2
 | Hợp tác xã khác | HTX | 13
2 | TỔ HỢP TÁC | |
 | Tổng số tổ hợp tác | THT | 66
 | Chia ra: | |
 | Tổ hợp tác vận tải | THT | 7
 | Tổ hợp tác khác | THT | 59`

  it('are the branches of the organisations that the section names', () => {
    expect(known(table)).toMatchObject({
      160: ['annex-2/organisations', 'cooperative', 'organisations', null],
      124: ['annex-2/agriculture', 'cooperative', 'organisations', 'agriculture'],
      12: ['annex-2/industry', 'cooperative', 'organisations', 'industry'],
      9: ['annex-2/construction', 'cooperative', 'organisations', 'construction'],
      2: ['annex-2/credit', 'cooperative', 'organisations', 'credit'],
      13: ['annex-2/other', 'cooperative', 'organisations', 'other'],
      66: ['annex-2/organisations', 'cooperative_group', 'organisations', null],
      7: ['annex-2/transport', 'cooperative_group', 'organisations', 'transport'],
      59: ['annex-2/other', 'cooperative_group', 'organisations', 'other'],
    })
  })
})

describe('rows of annex 3', () => {
  const table = `TÌNH HÌNH THỰC HIỆN CHÍNH SÁCH HỖ TRỢ HỢP TÁC XÃ
TT | Nội dung | ĐVT | TH 2018
1 | Đào tạo, bồi dưỡng | |
 | - Số lượt người được bồi dưỡng | Người | 240
 | - Tổng kinh phí hỗ trợ | Tr đồng | 500
2 | Tiếp cận vốn | |
 | - Số HTX được vay tổ chức tín dụng | HTX | 12
 | - Số tiền được vay | Tr đồng | 614
3 | Giao đất, cho thuê đất | |
 | - Số HTX được giao đất, thuê đất | HTX | 4
 | - Diện tích | Ha | 3,5`

  it('are known, money and land by their units', () => {
    expect(known(table)).toMatchObject({
      240: ['annex-3/trained', 'cooperative', 'trainees', null],
      500: ['annex-3/funding', 'cooperative', 'support_funding', null],
      12: ['annex-3/borrowing', 'cooperative', 'organisations_borrowing', null],
      614: ['annex-3/loans', 'cooperative', 'loans', null],
      4: ['annex-3/supported', 'cooperative', 'organisations_supported', null],
      '3,5': ['annex-3/land', 'cooperative', 'land_area', null],
    })
  })
})

describe('a form is not seen', () => {
  it('in a row alone that looks like one of its', () => {
    const table =
      'TT | Chỉ tiêu | ĐVT | TH 2018\n1 | Diện tích | Ha | 3,5\n2 | Số xã | Xã | 12\n3 | Dân số | Người | 7.100'
    expect(Object.values(known(table)).map(([rule]) => rule)).not.toContain('annex-3/land')
  })

  it('in a row whose unit is another', () => {
    const table = `${ANNEX_1}\n2 | Số thành viên mới | Tr đồng | 777`
    expect(known(table)['777']?.[0]).not.toBe('annex-1/members-new')
  })
})
