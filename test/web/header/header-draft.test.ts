import { expect, test } from 'vitest'
import { type DocumentHeader, HeaderChanges, DocumentHeader as HeaderSchema } from '../../../src/contract/index.ts'
import { provinces } from '../../../src/outline/document-rules.ts'
import { draftOf, FIELDS, type HeaderDraft, readHeader } from '../../../src/web/header/header-draft.ts'
import { NO_HEADER } from '../../support/extraction.ts'

const HEADER: DocumentHeader = {
  ...NO_HEADER,
  ...{ number: '155/KH-UBND', title: 'Phát triển kinh tế tập thể', issued: '2019-09-12', place: 'Lạng Sơn' },
  ...{ reports: '2019-01/2019-09', plans: '2020' },
  area: { code: '20', name: 'Lạng Sơn', level: 'province' },
  issuer: { name: 'Ủy ban nhân dân tỉnh Lạng Sơn', level: 'province' },
  signer: { name: 'Hồ Tiến Thiệu', title: 'Phó Chủ tịch', capacity: null },
  recipients: ['Bộ Kế hoạch và Đầu tư', 'Lưu: VT'],
}

const read = (edits: Partial<HeaderDraft>, from = HEADER) => readHeader({ ...draftOf(from), ...edits }, from, provinces)

test('a form that nobody has touched changes nothing, of an empty header neither', () => {
  for (const header of [HEADER, NO_HEADER]) expect(read({}, header)).toEqual({ changes: {}, faults: {} })
})

test('every field that can be corrected stands in the form', () => {
  expect([...FIELDS].sort()).toEqual(
    Object.keys(HeaderSchema.shape)
      .filter(field => field !== 'references')
      .sort(),
  )
})

test.each<[Partial<HeaderDraft>, HeaderChanges]>([
  [{ number: ' 507/KH-UBND ' }, { number: '507/KH-UBND' }],
  [{ number: '' }, { number: null }],
  [{ title: 'Phát triển\n hợp tác xã' }, { title: 'Phát triển hợp tác xã' }],
  [{ issued: '2/1/2020' }, { issued: '2020-01-02' }],
  [{ issued: '' }, { issued: null }],
  [{ plans: '2021–2025' }, { plans: '2021/2025' }],
  [{ reports: '8 tháng 2019' }, { reports: '2019-01/2019-08' }],
  [{ areaName: 'tinh bac kan' }, { area: { code: '06', name: 'Bắc Kạn', level: 'province' } }],
  [{ areaName: 'Krông Pắc', areaLevel: 'district' }, { area: { code: null, name: 'Krông Pắc', level: 'district' } }],
  [{ areaName: '' }, { area: null }],
  [{ signerName: '', signerTitle: '' }, { signer: null }],
  [{ signerCapacity: 'KT. CHỦ TỊCH' }, { signer: { ...HEADER.signer, capacity: 'KT. CHỦ TỊCH' } as never }],
  [{ recipients: 'Lưu: VT\n\n' }, { recipients: ['Lưu: VT'] }],
  [{ kind: 'report' }, { kind: 'report' }],
])('%j is read as %j, in a form that the server takes', (edits, changes) => {
  expect(read(edits)).toEqual({ changes, faults: {} })
  expect(HeaderChanges.safeParse(changes).success).toBe(true)
})

test.each<[Partial<HeaderDraft>, object]>([
  [{ issued: '30/2/2019' }, { issued: 'not-in-calendar' }],
  [{ issued: '12/13/2019' }, { issued: 'not-in-calendar' }],
  [{ issued: 'hôm qua' }, { issued: 'no-date' }],
  [{ issued: '2019-2020' }, { issued: 'no-date' }],
  [{ plans: '2020–2019' }, { plans: 'no-such-period' }],
  [{ reports: 'năm nay' }, { reports: 'no-period' }],
  [{ areaName: 'Lạng Sơm' }, { area: 'no-province' }],
])('%j cannot be, and says so at its field', (edits, faults) => {
  expect(read(edits)).toEqual({ changes: {}, faults })
})

test.each([
  ['12/9/2019', '2019-09-12'],
  ['12.9.2019', '2019-09-12'],
  ['2019-09-12', '2019-09-12'],
  ['ngày 12 tháng 9 năm 2019', '2019-09-12'],
  ['Lạng Sơn, ngày 12 tháng 09 năm 2019', '2019-09-12'],
  ['tháng 9 năm 2023', '2023-09'],
  ['9/2023', '2023-09'],
  ['2023', '2023'],
])('the date %s is %s', (issued, date) => {
  expect(read({ issued }, NO_HEADER).changes).toEqual({ issued: date })
})

test('a province has the code that it had on the day of the document', () => {
  const codeOn = (issued: string) => read({ areaName: 'Bắc Ninh', issued }).changes.area?.code
  expect(['12/9/2019', '1/7/2025', '', '?'].map(codeOn)).toEqual(['27', '24', '27', '27'])
})
