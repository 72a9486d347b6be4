import type { Bilingual } from '../../contract/index.ts'

/** Texts of making an example for the rules. */
export const DRAFT_TEXTS = {
  'draft.make': { vi: 'Đưa vào ví dụ cho quy tắc', en: 'Make this an example' },
  'draft.making': { vi: 'Đang ghi ví dụ…', en: 'Writing the example…' },
  'draft.unsettled': {
    vi: 'Hãy sửa, loại hoặc thêm số liệu trước.',
    en: 'Correct, reject or add the record first.',
  },
  'draft.written': { vi: 'Đã ghi vào {path}', en: 'Written to {path}' },
  'draft.next': {
    vi: 'Người viết quy tắc chạy trichluc rules check để thấy ví dụ chưa đạt.',
    en: 'Authors of rules see it fail with trichluc rules check.',
  },
  'draft.rules': { vi: 'Quy tắc đã đọc sai: {rules}', en: 'Rules that misread it: {rules}' },
  'draft.no-rule': { vi: 'Chưa có quy tắc nào đọc chỗ này.', en: 'No rule reads this place yet.' },
  'draft.content': { vi: 'Nội dung', en: 'Content' },
} as const satisfies Record<string, Bilingual>
