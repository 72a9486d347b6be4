import type { CatalogueEntry } from './catalogue-entry.ts'

/** What hinders taking in many files. */
export const BACKFILL_PROBLEMS = {
  'unreadable-path': {
    status: 404,
    title: { vi: 'Không mở được tệp', en: 'The file cannot be opened' },
    cause: { vi: 'Không đọc được {path}: {vi}.', en: '{path} cannot be read: {en}.' },
    cure: { vi: 'Kiểm tra đường dẫn và quyền đọc.', en: 'Check the path and the permission to read it.' },
  },
  'unsafe-path': {
    status: 422,
    title: { vi: 'Tên trong tệp zip không an toàn', en: 'A name in the zip is not safe' },
    cause: {
      vi: 'Tên {path} trong tệp zip chỉ ra ngoài thư mục của nó (có .., dấu \\, chữ cái ổ đĩa hoặc bắt đầu bằng /).',
      en: 'The name {path} in the zip leads out of its folder (.., a backslash, a drive letter or a leading /).',
    },
    cure: {
      vi: 'Giải nén bằng chương trình tin cậy, nén lại rồi gửi; hoặc gửi thư mục đã giải nén.',
      en: 'Unpack it with a program that you trust and pack it again, or give the unpacked folder.',
    },
  },
  'link-leads-out': {
    status: 422,
    title: { vi: 'Liên kết dẫn ra ngoài', en: 'A link leads out of the folder' },
    cause: {
      vi: '{path} là liên kết tới {target}, ngoài thư mục đã nêu; không đi theo.',
      en: '{path} is a link to {target}, outside of the folder that was named; it is not followed.',
    },
    cure: { vi: 'Nếu cần, nêu thẳng {target}.', en: 'Name {target} itself if it is meant.' },
  },
  'nothing-matches': {
    status: 404,
    title: { vi: 'Không có tệp nào khớp', en: 'Nothing matches' },
    cause: { vi: 'Không có tệp hay thư mục nào khớp mẫu {pattern}.', en: 'No file or folder matches {pattern}.' },
    cure: { vi: 'Kiểm tra mẫu và thư mục đang đứng.', en: 'Check the pattern and the folder that you are in.' },
  },
  'no-document': {
    status: 422,
    title: { vi: 'Bỏ qua', en: 'Left out' },
    cause: { vi: 'Đây là {vi}.', en: 'This is {en}.' },
    cure: { vi: 'Không cần làm gì.', en: 'Nothing needs to be done.' },
  },
  'no-backfill': {
    status: 404,
    title: { vi: 'Không có đợt nạp này', en: 'There is no such backfill' },
    cause: { vi: 'Kho không có đợt nạp {id}.', en: 'The archive has no backfill {id}.' },
    cure: {
      vi: 'Xem danh sách: trichluc backfill status, hoặc GET /v1/backfills.',
      en: 'See the list: trichluc backfill status, or GET /v1/backfills.',
    },
  },
  'backfill-held': {
    status: 409,
    title: { vi: 'Đợt nạp đang được chạy', en: 'The backfill is under way' },
    cause: {
      vi: 'Một tiến trình khác đang lưu các tệp của đợt nạp {id}.',
      en: 'Another process is storing the files of the backfill {id}.',
    },
    cure: { vi: 'Chờ tiến trình đó xong.', en: 'Wait until that process is done.' },
  },
  'cannot-write-file': {
    status: 500,
    title: { vi: 'Không ghi được tệp', en: 'The file cannot be written' },
    cause: { vi: 'Không ghi được {path}: {vi}.', en: '{path} cannot be written: {en}.' },
    cure: { vi: 'Kiểm tra thư mục, quyền ghi và ổ đĩa.', en: 'Check the folder, its permissions and the disk.' },
  },
  'zip-too-large': {
    status: 413,
    title: { vi: 'Tệp gửi quá lớn', en: 'What was sent is too large' },
    cause: {
      vi: 'Tệp lớn hơn giới hạn {limit} byte của một lần gửi.',
      en: 'The file is larger than the {limit} bytes that are taken at once.',
    },
    cure: {
      vi: 'Chia thành nhiều tệp zip, chạy trichluc backfill trên máy chủ, hoặc tăng TRICHLUC_MAX_ZIP_BYTES.',
      en: 'Split it into several zips, run trichluc backfill on the machine, or raise TRICHLUC_MAX_ZIP_BYTES.',
    },
  },
  'damaged-zip': {
    status: 422,
    title: { vi: 'Tệp zip hỏng', en: 'The zip is damaged' },
    cause: {
      vi: 'Tệp zip bị cắt hoặc hỏng ({detail}); tìm được {entries} mục, phần còn lại không đọc được.',
      en: 'The zip is cut off or damaged ({detail}); {entries} entries were found, the rest cannot be read.',
    },
    cure: {
      vi: 'Sao chép lại tệp gốc rồi chạy lại; những gì đã lấy sẽ không bị lấy hai lần.',
      en: 'Copy the original again and run anew; what was taken already is not taken twice.',
    },
  },
  'unknown-packing': {
    status: 415,
    title: { vi: 'Cách nén chưa hỗ trợ', en: 'Unsupported packing' },
    cause: {
      vi: 'Mục này trong tệp zip được nén theo cách số {method}; chỉ đọc được cách 0 và 8.',
      en: 'This entry of the zip is packed by method {method}; only methods 0 and 8 can be read.',
    },
    cure: {
      vi: 'Giải nén và đưa thư mục, hoặc nén lại theo cách thông thường (deflate).',
      en: 'Unpack it and give the folder, or pack it in the usual way (deflate).',
    },
  },
  'nested-too-deep': {
    status: 422,
    title: { vi: 'Tệp zip lồng nhau quá sâu', en: 'Zips are nested too deep' },
    cause: {
      vi: 'Tệp zip này nằm sâu quá {limit} tầng.',
      en: 'This zip lies deeper than {limit} levels.',
    },
    cure: { vi: 'Giải nén các tầng ngoài và đưa thư mục.', en: 'Unpack the outer ones and give the folder.' },
  },
  'too-many-entries': {
    status: 413,
    title: { vi: 'Tệp zip có quá nhiều mục', en: 'The zip has too many entries' },
    cause: {
      vi: 'Tệp zip có hơn {limit} mục; phần còn lại không lấy.',
      en: 'The zip has more than {limit} entries; the rest is not taken.',
    },
    cure: { vi: 'Chia thành nhiều tệp zip.', en: 'Split it into several zips.' },
  },
} as const satisfies Record<string, CatalogueEntry>
