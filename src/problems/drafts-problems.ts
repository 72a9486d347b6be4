import type { CatalogueEntry } from './catalogue-entry.ts'

/** Why a record gives no example for the rules. */
export const DRAFTS_PROBLEMS = {
  'draft-not-settled': {
    status: 422,
    title: { vi: 'Số liệu chưa ai quyết định', en: 'Nobody has decided on the record' },
    cause: {
      vi: 'Số liệu {record} còn nguyên như máy đọc, hoặc không có trong tài liệu.',
      en: 'Record {record} is as the machine read it, or is not in the document.',
    },
    cure: {
      vi: 'Sửa, loại hoặc thêm số liệu trước; ví dụ ghi điều người rà soát đã quyết định.',
      en: 'Correct, reject or add the record first: an example says what a reviewer has decided.',
    },
  },
  'draft-reads-right': {
    status: 422,
    title: { vi: 'Máy đã đọc đúng chỗ này', en: 'The machine reads this place right' },
    cause: {
      vi: 'Các quy tắc hiện nay đọc chỗ của số liệu {record} đúng như người rà soát đã quyết định.',
      en: 'The rules of now read the place of record {record} as the reviewer settled it.',
    },
    cure: {
      vi: 'Không cần ví dụ. Nếu tài liệu còn hiện kết quả cũ, đọc lại tài liệu (trichluc reextract).',
      en: 'No example is needed. If the document still shows an older reading, read it anew (trichluc reextract).',
    },
  },
  'draft-own-figure': {
    status: 422,
    title: { vi: 'Số in sai trong văn bản', en: 'The document prints a wrong figure' },
    cause: {
      vi: 'Người rà soát chỉ sửa con số của {record}, khác với số in trên giấy; mọi điều khác máy đã đọc đúng.',
      en: 'The reviewer corrected but the number of {record}, to another than is printed; all else was read right.',
    },
    cure: {
      vi: 'Không quy tắc nào đọc ra số khác với số in; không cần làm gì thêm.',
      en: 'No rule reads another number than is printed; there is nothing more to do.',
    },
  },
  'draft-no-words': {
    status: 422,
    title: { vi: 'Không có câu chữ để làm ví dụ', en: 'There are no words to make an example of' },
    cause: {
      vi: 'Số liệu {record} đứng trong một khung trên ảnh quét, nơi không đọc được chữ nào.',
      en: 'Record {record} stands in a box on a scanned page where no words were read.',
    },
    cure: {
      vi: 'Quy tắc chỉ đọc chữ; hãy gửi bản quét rõ hơn để nhận dạng lại trang này.',
      en: 'Rules read words only; send a better scan, so that the page is recognised.',
    },
  },
  'cannot-write-draft': {
    status: 507,
    title: { vi: 'Không ghi được bản nháp', en: 'The draft cannot be written' },
    cause: { vi: 'Không ghi được vào thư mục {folder}: {vi}.', en: 'The folder {folder} cannot be written to: {en}.' },
    cure: {
      vi: 'Cho máy chủ quyền ghi vào thư mục đó, hoặc đặt TRICHLUC_DRAFTS là một thư mục ghi được rồi chạy lại máy chủ.',
      en: 'Let the server write to it, or set TRICHLUC_DRAFTS to a folder that it can write to and start it again.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>
