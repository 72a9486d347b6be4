import type { CatalogueEntry } from './catalogue-entry.ts'

/** What cannot be told of a document, a number, a rule or a result. */
export const QUESTIONS_PROBLEMS = {
  'not-found': {
    status: 404,
    title: { vi: 'Không tìm thấy tài liệu', en: 'There is no such document' },
    cause: { vi: 'Kho không có tài liệu {id}.', en: 'The archive has no document {id}.' },
    cure: {
      vi: 'Kiểm tra địa chỉ, hoặc tìm tài liệu trong kho (GET /v1/documents).',
      en: 'Check the address, or look for the document in the archive (GET /v1/documents).',
    },
  },
  'no-such-reextraction': {
    status: 404,
    title: { vi: 'Không tìm thấy lượt đọc lại', en: 'There is no such run' },
    cause: { vi: 'Kho không có lượt đọc lại {id}.', en: 'The archive has no reextraction {id}.' },
    cure: {
      vi: 'Xem các lượt đọc lại tại GET /v1/reextractions.',
      en: 'See the runs at GET /v1/reextractions.',
    },
  },
  'another-original': {
    status: 422,
    title: { vi: 'Không cùng một tệp gốc', en: 'This is of another original' },
    cause: {
      vi: 'Kết quả này và {before} là của hai tệp gốc khác nhau.',
      en: 'This extraction and {before} are of two originals.',
    },
    cure: { vi: 'So hai kết quả của cùng một tệp.', en: 'Compare two extractions of the same file.' },
  },
  'not-an-extraction': {
    status: 422,
    title: { vi: 'Không phải kết quả trích', en: 'This is no extraction' },
    cause: {
      vi: 'Nội dung không theo dạng của trichluc extract --format json: {found}.',
      en: 'The content is not of the form of trichluc extract --format json: {found}.',
    },
    cure: {
      vi: 'Đưa vào tệp JSON của đúng một văn bản.',
      en: 'Give the JSON file of just one document.',
    },
  },
  'not-extracted': {
    status: 409,
    title: { vi: 'Chưa có kết quả', en: 'There is no result' },
    cause: { vi: 'Tài liệu đang ở trạng thái {state}.', en: 'The document is in the state {state}.' },
    cure: {
      vi: 'Xem trạng thái và nguyên nhân của tài liệu.',
      en: 'Look at the state and the problem of the document.',
    },
  },
  'no-such-page': {
    status: 404,
    title: { vi: 'Không có trang này', en: 'There is no such page' },
    cause: {
      vi: 'Tài liệu có {pages} trang, không có trang {page}.',
      en: 'The document has {pages} pages, and no page {page}.',
    },
    cure: { vi: 'Chọn trang từ 1 đến {pages}.', en: 'Choose a page from 1 to {pages}.' },
  },
  'no-page-pictures': {
    status: 409,
    title: { vi: 'Tài liệu không phải ảnh', en: 'The document is no picture' },
    cause: {
      vi: 'Chỉ ảnh quét (PNG, JPEG, TIFF) có ảnh của từng trang; tài liệu này là {type}.',
      en: 'Only scans (PNG, JPEG, TIFF) have pictures of their pages; this document is of type {type}.',
    },
    cure: {
      vi: 'Tải tệp gốc (…/original) và mở nó, hoặc xem ở dạng chữ (…/text).',
      en: 'Download the original (…/original) and open that, or look at the text (…/text).',
    },
  },
  'no-such-line': {
    status: 404,
    title: { vi: 'Không có dòng này', en: 'There is no such line' },
    cause: {
      vi: 'Văn bản có {lines} dòng, không có dòng {line}.',
      en: 'The text has {lines} lines, and no line {line}.',
    },
    cure: { vi: 'Chọn dòng từ 1 đến {lines}.', en: 'Choose a line from 1 to {lines}.' },
  },
  'no-numeral': {
    status: 404,
    title: { vi: 'Không có con số ở đây', en: 'There is no number here' },
    cause: { vi: 'Ở {vi} không có con số nào.', en: 'No number stands at {en}.' },
    cure: {
      vi: 'Chỉ vào một chữ số của con số; vị trí đếm từ 0, dòng và cột đếm từ 1, theo đơn vị UTF-16.',
      en: 'Point to a digit of the number; offsets count from 0, lines and columns from 1, in UTF-16 units.',
    },
  },
  'bad-rule': {
    status: 500,
    title: { vi: 'Quy tắc có lỗi', en: 'A rule is at fault' },
    cause: { vi: '{file}, dòng {line}: {fault}.', en: '{file}, line {line}: {fault}.' },
    cure: {
      vi: 'Sửa tệp quy tắc; trichluc rules check liệt kê mọi lỗi.',
      en: 'Correct the file; trichluc rules check lists every fault.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>
