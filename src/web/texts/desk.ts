import type { Bilingual } from '../../contract/index.ts'

/** Texts of decisions that are not stored yet, of leaving, and of decisions whose place is gone. */
export const DESK_TEXTS = {
  'desk.yours': { vi: 'Quyết định của bạn chưa được ghi', en: 'Decisions of yours that are not stored' },
  'desk.not-stored': { vi: 'chưa ghi được {count}', en: '{count} not stored' },
  'desk.more': { vi: 'và {count} quyết định nữa', en: 'and {count} more' },
  'desk.again': { vi: 'Ghi lại', en: 'Store them now' },
  'desk.sign-in': {
    vi: 'Phiên đăng nhập đã hết. Đăng nhập ở thẻ mới, rồi quay lại đây và bấm “Ghi lại”: không quyết định nào bị mất.',
    en: 'The session has ended. Sign in in a new tab, then come back here and store them: no decision is lost.',
  },
  'desk.waiting': {
    vi: 'Quyết định cần bạn xem lại: {count}. Các quyết định khác vẫn được ghi.',
    en: 'Decisions that need another look: {count}. All others are stored.',
  },
  'desk.now': { vi: 'Số liệu này nay đã khác:', en: 'It is another by now:' },
  'desk.now-by': { vi: '{who} vừa quyết định số liệu này:', en: '{who} has just decided on it:' },
  'desk.now.gone': { vi: 'không còn trong tài liệu.', en: 'it is not in the document any more.' },
  'desk.now.rejected': { vi: 'đã bị loại.', en: 'it is rejected.' },
  'desk.now.back': { vi: 'không còn bị loại.', en: 'it is not rejected any more.' },
  'desk.insist': { vi: 'Vẫn ghi quyết định của tôi', en: 'Store my decision all the same' },
  'desk.drop': { vi: 'Bỏ quyết định này', en: 'Drop it' },
  'desk.unsaved-first': {
    vi: 'Còn quyết định chưa ghi được: ghi lại hoặc bỏ trước khi sang tài liệu khác.',
    en: 'Some decisions are not stored: store or drop them before you go on.',
  },

  'desk.taken-by-others': {
    vi: 'Tài liệu này nay do người khác rà soát.',
    en: 'Somebody else is reviewing this document by now.',
  },

  'leave.title': { vi: 'Chưa ghi xong {count} quyết định', en: 'Decisions that are not stored yet: {count}' },
  'leave.sending': {
    vi: 'Đang ghi; trang sẽ chuyển ngay khi ghi xong.',
    en: 'They are being stored; the page goes on as soon as they are.',
  },
  'leave.stuck': {
    vi: 'Rời trang bây giờ thì các quyết định này mất.',
    en: 'They are lost if you leave now.',
  },
  'leave.stay': { vi: 'Ở lại', en: 'Stay' },
  'leave.give-up': { vi: 'Bỏ {count} quyết định và rời trang', en: 'Give up {count} and leave' },

  'detached.title': {
    vi: 'Quyết định không còn chỗ trong văn bản ({count})',
    en: 'Decisions without a place ({count})',
  },
  'detached.text': {
    vi: 'Tài liệu đã được đọc lại và không còn những chữ này. Quyết định được giữ nguyên, và có hiệu lực lại khi những chữ ấy trở lại.',
    en: 'The document was read anew and does not have these words any more. The decisions are kept, and hold again when the words come back.',
  },

  'said.decided': { vi: '{what}: {about}', en: '{what}: {about}' },

  'key.previous-document': { vi: 'Tài liệu trước', en: 'Previous document' },
} as const satisfies Record<string, Bilingual>
