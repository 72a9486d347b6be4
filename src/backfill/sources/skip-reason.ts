import type { Bilingual } from '../../contract/index.ts'

/** Why something that was found is no document; a clause without capital and full stop. */
export const SKIP_REASONS = {
  'system-file': { vi: 'tệp do hệ điều hành tự tạo', en: 'a file that the operating system made for itself' },
  'lock-file': {
    vi: 'tệp khóa hoặc tệp tạm của chương trình soạn thảo',
    en: 'a lock or temporary file of an office program',
  },
  'empty-folder': { vi: 'thư mục rỗng', en: 'an empty folder' },
  link: {
    vi: 'liên kết tới chỗ đã được liệt kê',
    en: 'a link to a place that is listed by itself',
  },
  'link-in-zip': { vi: 'liên kết trong tệp zip, không có nội dung', en: 'a link within a zip, which has no content' },
  'no-file': { vi: 'thiết bị, đường ống hoặc ổ cắm, không phải tệp', en: 'a device, pipe or socket, not a file' },
  'opened-since': { vi: 'thư mục hoặc tệp zip nay đã mở được', en: 'a folder or zip that could be opened this time' },
  'named-twice': { vi: 'đã nằm trong một đường dẫn khác', en: 'part of another path that was named' },
} as const satisfies Record<string, Bilingual>

export type SkipReason = keyof typeof SKIP_REASONS
