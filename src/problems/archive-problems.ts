import type { CatalogueEntry } from './catalogue-entry.ts'

/** What hinders keeping documents. */
export const ARCHIVE_PROBLEMS = {
  'cannot-store': {
    status: 507,
    title: { vi: 'Không lưu được tệp', en: 'The file cannot be stored' },
    cause: { vi: 'Không ghi được vào kho: {vi}.', en: 'The archive cannot be written to: {en}.' },
    cure: {
      vi: 'Báo người quản trị kiểm tra ổ đĩa và quyền ghi của kho, rồi gửi lại.',
      en: 'Have the administrator check the disk and the permissions of the archive, then send it again.',
    },
  },
  'temporary-full': {
    status: 507,
    title: { vi: 'Thư mục tạm đã đầy', en: 'The folder for temporary files is full' },
    cause: {
      vi: 'Không ghi được vào thư mục tạm {folder}: {vi}.',
      en: 'The folder for temporary files, {folder}, cannot be written to: {en}.',
    },
    cure: {
      vi: 'Báo người quản trị giải phóng chỗ ở đó hoặc đặt TMPDIR là thư mục khác, rồi thử lại.',
      en: 'Have the administrator free that disk or set TMPDIR to another folder, then try again.',
    },
  },
  'original-missing': {
    status: 500,
    title: { vi: 'Mất tệp gốc', en: 'The original is missing' },
    cause: {
      vi: 'Kho không còn tệp gốc có mã băm {sha256}.',
      en: 'The archive no longer has the original with the hash {sha256}.',
    },
    cure: {
      vi: 'Gửi lại tệp đó, hoặc khôi phục từ bản sao lưu; trichluc verify liệt kê mọi tệp thiếu.',
      en: 'Send the file again, or restore it from a backup; trichluc verify lists all that are missing.',
    },
  },
  'original-damaged': {
    status: 500,
    title: { vi: 'Tệp gốc bị hỏng trong kho', en: 'The original is damaged in the archive' },
    cause: {
      vi: 'Nội dung tệp gốc không còn khớp mã băm {sha256}.',
      en: 'The bytes of the original no longer have the hash {sha256}.',
    },
    cure: {
      vi: 'Gửi lại tệp đó, hoặc khôi phục từ bản sao lưu; kiểm tra ổ đĩa.',
      en: 'Send the file again, or restore it from a backup; have the disk checked.',
    },
  },
  'originals-away': {
    status: 503,
    title: { vi: 'Không tới được nơi chứa tệp gốc', en: 'The folder of originals cannot be reached' },
    cause: {
      vi: 'Thư mục tệp gốc của kho đang trống, có lẽ ổ đĩa chung đã bị ngắt.',
      en: 'The folder of originals is empty at this moment: its share may have come off.',
    },
    cure: {
      vi: 'Thử lại sau ít phút; nếu vẫn lỗi, báo người quản trị gắn lại ổ đĩa của TRICHLUC_ORIGINALS.',
      en: 'Try again in some minutes; if it persists, have the administrator mount the share of TRICHLUC_ORIGINALS.',
    },
  },
  'originals-elsewhere': {
    status: 503,
    title: { vi: 'Tệp gốc của kho ở nơi khác', en: 'The originals of the archive lie elsewhere' },
    cause: { vi: 'Không tìm thấy tệp gốc của kho: {vi}.', en: 'The originals are not found: {en}.' },
    cure: {
      vi: 'Đặt TRICHLUC_ORIGINALS giống các tiến trình đã lưu tài liệu (bỏ đi nếu tệp gốc nằm trong cơ sở dữ liệu), và kiểm tra ổ đĩa chung đã được gắn chưa.',
      en: 'Set TRICHLUC_ORIGINALS as it is for the processes that stored the documents (unset where originals lie in the database), and see that the share is mounted.',
    },
  },
  'database-away': {
    status: 503,
    title: { vi: 'Cơ sở dữ liệu không trả lời', en: 'The database does not answer' },
    cause: {
      vi: 'Không kết nối được với cơ sở dữ liệu của kho.',
      en: 'The database of the archive cannot be reached.',
    },
    cure: {
      vi: 'Thử lại sau ít phút; nếu vẫn lỗi, báo người quản trị kiểm tra PostgreSQL và DATABASE_URL.',
      en: 'Try again in some minutes; if it persists, have the administrator check PostgreSQL and DATABASE_URL.',
    },
  },
  'unusable-database': {
    status: 503,
    title: { vi: 'Không dùng được cơ sở dữ liệu', en: 'The database cannot be used' },
    cause: {
      vi: 'Không mở được kho trong {database}: {vi}.',
      en: 'The archive in {database} cannot be opened: {en}.',
    },
    cure: {
      vi: 'Kiểm tra DATABASE_URL, PostgreSQL có đang chạy không và người dùng có quyền tạo bảng không.',
      en: 'Check DATABASE_URL, that PostgreSQL runs, and that its user may create tables.',
    },
  },
  'archive-in-use': {
    status: 503,
    title: { vi: 'Kho đang được dùng', en: 'The archive is in use' },
    cause: {
      vi: 'Một tiến trình khác (số {owner}) đang giữ kho {folder}.',
      en: 'Another process (number {owner}) owns the archive {folder}.',
    },
    cure: {
      vi: 'Nếu đó là máy chủ, gửi tệp zip tới POST /v1/backfills; nếu không, dừng tiến trình đó hoặc chọn thư mục khác bằng TRICHLUC_DATA.',
      en: 'Where it is the server, send a zip to POST /v1/backfills; else stop that process, or choose another folder with TRICHLUC_DATA.',
    },
  },
  'unusable-folder': {
    status: 503,
    title: { vi: 'Không dùng được thư mục của kho', en: 'The folder of the archive cannot be used' },
    cause: { vi: 'Không mở được kho trong {folder}: {vi}.', en: 'The archive in {folder} cannot be opened: {en}.' },
    cure: {
      vi: 'Sửa quyền của thư mục, khôi phục kho từ bản sao lưu, hoặc chọn thư mục khác bằng TRICHLUC_DATA.',
      en: 'Correct the permissions, restore the archive from a backup, or choose another folder with TRICHLUC_DATA.',
    },
  },
  'newer-archive': {
    status: 503,
    title: { vi: 'Kho do phiên bản mới hơn tạo ra', en: 'The archive was made by a newer version' },
    cause: {
      vi: 'Kho trong {folder} có cấu trúc mà phiên bản này chưa biết.',
      en: 'The archive in {folder} has tables that this version does not know.',
    },
    cure: {
      vi: 'Cài phiên bản mới hơn, hoặc chọn thư mục khác bằng TRICHLUC_DATA.',
      en: 'Install the newer version, or choose another folder with TRICHLUC_DATA.',
    },
  },
  'no-archive': {
    status: 404,
    title: { vi: 'Không có kho ở đó', en: 'There is no archive' },
    cause: { vi: 'Thư mục {folder} không chứa kho.', en: 'The folder {folder} holds no archive.' },
    cure: {
      vi: 'Đặt TRICHLUC_DATA là thư mục của kho.',
      en: 'Set TRICHLUC_DATA to the folder of the archive.',
    },
  },
  'backup-into-itself': {
    status: 422,
    title: { vi: 'Không sao lưu vào chính kho', en: 'The archive cannot be its own backup' },
    cause: { vi: '{folder} là chính thư mục của kho.', en: '{folder} is the folder of the archive itself.' },
    cure: {
      vi: 'Chọn thư mục khác, tốt nhất ở ổ đĩa khác.',
      en: 'Choose another folder, best on another disk.',
    },
  },
  'backup-of-database': {
    status: 422,
    title: { vi: 'Kho nằm trong PostgreSQL', en: 'The archive lies in PostgreSQL' },
    cause: {
      vi: 'DATABASE_URL được đặt; lệnh này chỉ sao lưu kho trong thư mục.',
      en: 'DATABASE_URL is set; this command backs up archives in a folder only.',
    },
    cure: {
      vi: 'Dùng pg_dump, rồi chép TRICHLUC_ORIGINALS nếu có (xem docs/operations.md).',
      en: 'Use pg_dump, then copy TRICHLUC_ORIGINALS where it is set (see docs/operations.md).',
    },
  },
} as const satisfies Record<string, CatalogueEntry>
