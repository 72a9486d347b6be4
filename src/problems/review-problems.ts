import type { CatalogueEntry } from './catalogue-entry.ts'

/** Why a decision is not taken. */
export const REVIEW_PROBLEMS = {
  'version-needed': {
    status: 428,
    title: { vi: 'Thiếu phiên bản', en: 'A version is needed' },
    cause: {
      vi: 'Yêu cầu không có tiêu đề If-Match ghi phiên bản mà quyết định dựa vào.',
      en: 'The request has no header If-Match with the version that the decisions are made on.',
    },
    cure: {
      vi: 'Đọc GET …/records và gửi ETag của nó trong If-Match.',
      en: 'Read GET …/records and send its ETag in If-Match.',
    },
  },
  'any-version': {
    status: 428,
    title: { vi: 'Phải nêu rõ phiên bản', en: 'One version must be named' },
    cause: {
      vi: 'If-Match: * nhận mọi phiên bản; quyết định dựa vào phiên bản đã xem, nếu không sẽ đè lên việc của người khác mà không biết.',
      en: 'If-Match: * takes any version; decisions are made on the one that was looked at, or they would go over what others did unseen.',
    },
    cure: {
      vi: 'Đọc GET …/records và gửi ETag của nó trong If-Match.',
      en: 'Read GET …/records and send its ETag in If-Match.',
    },
  },
  'stale-version': {
    status: 409,
    title: { vi: 'Tài liệu đã thay đổi', en: 'The document has changed' },
    cause: {
      vi: 'Quyết định dựa trên phiên bản {asked}, nay là {version}; chưa có gì được lưu.',
      en: 'The decisions were made on version {asked}, it is {version} now; nothing was stored.',
    },
    cure: {
      vi: 'Xem phần thay đổi (changed), đọc lại GET …/records rồi quyết định lại.',
      en: 'Look at what has changed (`changed`), read GET …/records again and decide anew.',
    },
  },
  'decision-refused': {
    status: 422,
    title: { vi: 'Quyết định không hợp lệ', en: 'A decision is not possible' },
    cause: { vi: '{vi}.', en: '{en}.' },
    cure: {
      vi: 'Sửa các phần nêu trong issues; chưa có quyết định nào của lần gửi này được lưu.',
      en: 'Correct the parts that `issues` names; none of the decisions sent was stored.',
    },
  },
  'document-assigned': {
    status: 423,
    title: { vi: 'Người khác đang rà soát', en: 'Somebody else is reviewing it' },
    cause: { vi: '{who} đang giữ tài liệu đến {until}.', en: '{who} has the document until {until}.' },
    cure: {
      vi: 'Chọn tài liệu khác (GET /v1/review/next), hoặc chờ đến lúc đó.',
      en: 'Take another document (GET /v1/review/next), or wait until then.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>
