import type { Bilingual } from '../../contract/index.ts'

/** Texts of the review queue. */
export const QUEUE_TEXTS = {
  'nav.review': { vi: 'Rà soát', en: 'Review' },
  'queue.title': { vi: 'Rà soát', en: 'Review' },
  'queue.who': {
    vi: 'Tài liệu được chia cho từng người rà soát: cho biết bạn là ai.',
    en: 'Documents are shared out among reviewers: say who you are.',
  },
  'queue.loading': { vi: 'Đang tìm tài liệu đáng rà soát nhất…', en: 'Looking for what is best reviewed next…' },
  'queue.next': { vi: 'Tài liệu tiếp theo', en: 'The next document' },
  'queue.begin': { vi: 'Bắt đầu rà soát', en: 'Begin' },
  'queue.empty': {
    vi: 'Tài liệu mới nạp sẽ hiện ở đây khi đọc xong.',
    en: 'Documents that are uploaded appear here when they are read.',
  },
  'queue.records': { vi: 'Số liệu cần xem: {count}.', en: 'Records to look at: {count}.' },
  'queue.reason.errors': { vi: 'Có phép cộng không khớp.', en: 'It has sums that do not come out.' },
  'queue.reason.machine-changed': {
    vi: 'Có số liệu đã rà soát mà máy nay đọc khác, hoặc không còn chỗ trong văn bản.',
    en: 'It has settled records that the machine now reads otherwise, or whose place is gone.',
  },
  'queue.reason.low-confidence': {
    vi: 'Có số liệu máy chưa chắc.',
    en: 'It has records that the machine is unsure of.',
  },
  'queue.reason.new-layout': {
    vi: 'Có cách trình bày chưa ai rà soát.',
    en: 'It has a layout of which nobody has reviewed a document.',
  },
  'queue.reason.sample': { vi: 'Được chọn ngẫu nhiên.', en: 'It was picked at random.' },
  'queue.reason.errors-left': {
    vi: 'Còn cờ chưa khép, dù các số liệu trong đó đã rà soát: bỏ qua cờ và nói vì sao, hoặc sửa số liệu.',
    en: 'Flags are left open, though their figures are settled: dismiss them with a reason, or correct a figure.',
  },
  'sample.title': { vi: 'Tỷ lệ sai của số liệu chưa rà soát', en: 'How often unreviewed records are wrong' },
  'sample.none': {
    vi: 'Chưa biết tỷ lệ sai: chưa số liệu nào của mẫu ngẫu nhiên được rà soát. Hãy quyết định cả những số liệu đó.',
    en: 'Not known yet: no record of the random sample is settled. Decide on these, too.',
  },
  'sample.rate': {
    vi: '{wrong} sai trong {settled} số liệu của mẫu ngẫu nhiên; khoảng tin cậy 95 %: {low} đến {high}.',
    en: '{wrong} wrong of {settled} records of the random sample; between {low} and {high} with 95 % confidence.',
  },
  'sample.how': {
    vi: 'Trong các số liệu máy tự tin và không có cảnh báo, cứ hai mươi số có một được chọn ngẫu nhiên để rà soát.',
    en: 'Of the records that the machine is sure of and no warning is about, one in twenty is picked at random to be looked at.',
  },
} as const satisfies Record<string, Bilingual>
