import type { Bilingual } from '../../contract/index.ts'

/** Texts of the pages about backfills. */
export const BACKFILLS_TEXTS = {
  'backfills.intro': {
    vi: 'Gửi cả một kho tài liệu trong một tệp ZIP. Máy chủ đọc lần lượt, sau các tệp gửi lẻ; mất điện giữa chừng thì chạy tiếp.',
    en: 'Send a whole archive as one ZIP. The server reads it file by file, behind single uploads, and goes on after a power cut.',
  },
  'backfills.list': { vi: 'Các lần nạp', en: 'Backfills' },
  'backfills.sources': { vi: 'Nguồn', en: 'Source' },
  'backfills.created': { vi: 'Bắt đầu', en: 'Started' },
  'backfills.files': { vi: 'Tệp', en: 'Files' },
  'backfills.read': { vi: 'Đã đọc', en: 'Read' },
  'backfills.failed': { vi: 'Lỗi', en: 'Failed' },
  'backfills.command': { vi: 'chạy từ dòng lệnh', en: 'from the command line' },
  'backfills.back': { vi: 'Các lần nạp', en: 'All backfills' },
  'backfills.empty.title': { vi: 'Chưa có lần nạp hàng loạt nào', en: 'There is no backfill yet' },
  'backfills.empty.text': {
    vi: 'Thả một tệp ZIP vào khung phía trên để bắt đầu. Tiến độ, lỗi và nguyên nhân của từng tệp sẽ hiện ở đây.',
    en: 'Drop a ZIP into the box above to begin. Progress, failures and the cause of each will be shown here.',
  },
  'backfills.empty.command': { vi: 'Trên máy chủ có thể dùng lệnh:', en: 'On the server itself there is a command:' },

  'backfill.loading': { vi: 'Đang tải lần nạp…', en: 'Loading the backfill…' },
  'backfill.csv': { vi: 'Tải bảng tổng kết (CSV)', en: 'Download the summary (CSV)' },
  'backfill.from.upload': { vi: 'ZIP gửi lúc {when}', en: 'ZIP sent {when}' },
  'backfill.from.command': { vi: 'chạy từ dòng lệnh lúc {when}', en: 'begun on the command line {when}' },
  'backfill.finished': { vi: 'xong lúc {when}', en: 'done {when}' },
  'backfill.lost': {
    vi: 'Mất kết nối với máy chủ, đang nối lại. Các con số dưới đây có thể đã cũ; việc nạp vẫn tiếp tục trên máy chủ.',
    en: 'The connection to the server is lost and is being set up again. The figures below may be old; the backfill goes on.',
  },
  'backfill.progress': { vi: 'Tiến độ', en: 'Progress' },
  'backfill.storing': { vi: 'Đang lấy tệp từ nguồn: đã thấy {items} tệp', en: 'Taking files in: {items} found so far' },
  'backfill.of': { vi: '{settled}/{items} tệp ({share})', en: '{settled} of {items} files ({share})' },
  'backfill.rate': { vi: '{rate} văn bản/giây', en: '{rate} documents a second' },
  'backfill.remaining': { vi: 'còn khoảng {time}', en: 'about {time} left' },
  'backfill.remaining.unknown': { vi: 'chưa tính được thời gian còn lại', en: 'the time left cannot be told yet' },
  'backfill.safe': {
    vi: 'Có thể đóng trang này: việc nạp chạy trên máy chủ.',
    en: 'This page may be closed: the work is done on the server.',
  },
  'backfill.skipped': { vi: 'Bỏ qua', en: 'Skipped' },
  'backfill.known': { vi: 'Đã có trong kho', en: 'Known before' },

  'causes.title': { vi: 'Tệp chưa đọc được, theo nguyên nhân', en: 'Files that were not read, by cause' },
  'causes.files': { vi: '{count} tệp', en: 'files: {count}' },
  'causes.examples': { vi: 'Ví dụ:', en: 'For example:' },
  'causes.retry': { vi: 'Đọc lại {count} tệp lỗi', en: 'Read what failed again ({count})' },
  'causes.retry.hint': {
    vi: 'sau khi đã xử lý nguyên nhân: tăng giới hạn, cài chương trình còn thiếu',
    en: 'when the cause is dealt with: a limit raised, a missing program installed',
  },
  'causes.retried': { vi: 'Tệp được đọc lại: {count}.', en: 'Files that are read again: {count}.' },
  'causes.refused.hint': {
    vi: 'Tệp “Không nhận” không có trong kho: sửa theo cách xử lý rồi gửi lại.',
    en: 'What was refused is not in the archive: put it right as told and send it again.',
  },
  'causes.skipped': { vi: 'Không phải văn bản, bỏ qua: {count}', en: 'No documents, skipped: {count}' },

  'items.title': { vi: 'Các tệp', en: 'Files' },
  'items.path': { vi: 'Đường dẫn', en: 'Path' },
  'items.size': { vi: 'Cỡ', en: 'Size' },
  'items.pages': { vi: 'Trang', en: 'Pages' },
  'items.first': { vi: 'Về đầu danh sách', en: 'First page' },
  'items.next': { vi: 'Các tệp tiếp theo', en: 'Next files' },
  'items.none': {
    vi: 'Chưa thấy tệp nào: ZIP đang được mở, hoặc rỗng.',
    en: 'No file has been found: the ZIP is being opened, or it is empty.',
  },
  'items.none.state': {
    vi: 'Không có tệp nào ở trạng thái này. Chọn “Tất cả” để xem mọi tệp.',
    en: 'No file is in this state. Choose “All” to see every file.',
  },
} as const satisfies Record<string, Bilingual>
