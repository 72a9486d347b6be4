import type { Bilingual } from '../../contract/index.ts'

/** Texts of flags. */
export const FLAGS_TEXTS = {
  'flags.title': { vi: 'Cờ kiểm tra', en: 'Flags' },
  'flags.notes': { vi: 'Lưu ý ({count})', en: 'Notes ({count})' },
  'flags.address': { vi: 'Địa chỉ của cờ này', en: 'Address of this flag' },
  'flags.of-correction': { vi: 'phát sinh từ số đã sửa', en: 'arises from a corrected figure' },
  'flags.check': { vi: 'phép kiểm tra', en: 'check' },
  'flags.suspects': { vi: 'Nghi nhất', en: 'Most suspect' },
  'flags.suspicion': { vi: 'nghi sai {share}', en: 'suspect, {share}' },
  'flags.suggestion': { vi: 'Có thể phải là', en: 'May have to be' },
  'flags.because': { vi: 'vì khi đó khớp:', en: 'because these then come out:' },
  'flags.capped': {
    vi: 'Việc tìm số sai đã dừng ở giới hạn tính toán: các số bị nghi ở đây chỉ là phỏng đoán.',
    en: 'The search for the wrong numbers was stopped by its limits: the suspects named here are a guess.',
  },
  'flags.verified': { vi: 'kiểm chứng được {verified}/{total} số liệu', en: 'verified: {verified} of {total} records' },
  'flags.coverage': {
    vi: 'Phép kiểm tra khớp với {verified}/{total} số liệu; {unverified} số liệu chưa được kiểm chứng.',
    en: 'Checks come out for {verified} of {total} records; not verified: {unverified}.',
  },
  'flags.none': {
    vi: 'Không phép kiểm tra nào thất bại: khớp với {verified}/{total} số liệu. {unverified} số liệu chưa phép kiểm tra nào với tới, tức là chưa được kiểm chứng.',
    en: 'No check failed: checks come out for {verified} of {total} records. Records that no check reaches, and so not verified: {unverified}.',
  },
  'flags.none.unreached': {
    vi: 'Không phép kiểm tra nào thất bại, nhưng cũng chưa phép nào với tới số liệu của văn bản: cả {total} số liệu chưa được kiểm chứng.',
    en: 'No check failed, but none reaches a record of this document either: not one of its {total} records is verified.',
  },
  'flags.unverified.show': { vi: 'Xem {unverified} số liệu đó', en: 'Show these {unverified}' },
} as const satisfies Record<string, Bilingual>
