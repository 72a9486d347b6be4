import type { Bilingual } from '../../contract/index.ts'
import { HEADER_FIELD } from '../../contract/labels.ts'

/** Texts of correcting a document's header. */
export const HEADER_TEXTS = {
  'header.edit': { vi: 'Sửa', en: 'Correct' },
  'header.edit.unsaved': { vi: 'Sửa (có sửa đổi chưa ghi)', en: 'Correct (not saved yet)' },
  'header.edit.title': { vi: 'Sửa thể thức văn bản', en: 'Correct the document’s header' },
  'header.symbol': HEADER_FIELD.symbol,
  'header.title': HEADER_FIELD.title,
  'header.place': HEADER_FIELD.place,
  'header.issuer.level': { vi: 'Cấp của cơ quan ban hành', en: 'Level of the issuer' },
  'header.area.level': { vi: 'Cấp của địa bàn', en: 'Level of the area' },
  'header.signer.title': { vi: 'Chức vụ người ký', en: 'Title of the signer' },
  'header.signer.capacity': { vi: 'Thẩm quyền ký (TM., KT.)', en: 'Capacity of the signer (TM., KT.)' },
  'header.recipients.each': { vi: 'mỗi nơi nhận một dòng', en: 'one on each line' },
  'header.code': { vi: 'mã {code}', en: 'code {code}' },
  'header.no-code': { vi: 'không có mã', en: 'has no code' },
  'header.discard': { vi: 'Bỏ sửa đổi', en: 'Discard' },
  'header.settled': { vi: '{who} sửa {when}', en: 'corrected by {who}, {when}' },
  'header.machine': { vi: 'máy đọc: {words}', en: 'the machine read: {words}' },
  'header.machine.since': { vi: 'máy nay đọc khác: {words}', en: 'the machine now reads otherwise: {words}' },
  'header.undo': { vi: 'Hoàn tác', en: 'Undo' },
  'header.undo.of': { vi: 'Hoàn tác sửa đổi: {fields}', en: 'Undo the correction of: {fields}' },
  'header.overtaken.title': {
    vi: 'Người khác vừa sửa thể thức; chưa có gì được ghi',
    en: 'Somebody else has just corrected the header; nothing was saved',
  },
  'header.overtaken.change': {
    vi: '{field}: “{before}” nay là “{now}” ({who})',
    en: '{field}: “{before}” is “{now}” now ({who})',
  },
  'header.overtaken.machine': { vi: 'máy đọc lại', en: 'read anew' },
  'header.overtaken.cure': {
    vi: 'Những gì bạn đã gõ còn nguyên bên dưới: xem lại, rồi ghi lần nữa.',
    en: 'What you typed is still below: look at it, then save once more.',
  },
  'header.saved': { vi: 'Đã ghi thể thức văn bản', en: 'The header is saved' },
  'header.fault.no-date': {
    vi: 'không rõ ngày: viết như 12/9/2019, 9/2019 hoặc 2019-09-12',
    en: 'no date: write it like 12/9/2019, 9/2019 or 2019-09-12',
  },
  'header.fault.not-in-calendar': { vi: 'lịch không có ngày này', en: 'no calendar has this day' },
  'header.fault.no-period': {
    vi: 'không rõ kỳ: viết như 2019, 9 tháng 2019, 30/6/2019 hoặc 2016–2020',
    en: 'no period: write it like 2019, 9 tháng 2019, 30/6/2019 or 2016–2020',
  },
  'header.fault.no-such-period': {
    vi: 'không có kỳ này: ngày, tháng phải có trong lịch, năm từ 1900 đến 2200, đầu kỳ trước cuối kỳ',
    en: 'there is no such period: its days are in the calendar, its years from 1900 to 2200, its start before its end',
  },
  'header.fault.no-province': {
    vi: 'danh mục không có tỉnh, thành phố này: sửa tên, hoặc chọn cấp khác',
    en: 'no province of this name is known: correct it, or choose another level',
  },
} as const satisfies Record<string, Bilingual>
