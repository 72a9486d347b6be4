import type { Bilingual } from '../../contract/index.ts'

/** Texts of sending files. */
export const UPLOAD_TEXTS = {
  'upload.drop': { vi: 'Thả tệp vào đây hoặc', en: 'Drop files here or' },
  'upload.choose': { vi: 'chọn tệp…', en: 'choose files…' },
  'upload.kinds': {
    vi: 'PDF, bản quét (PNG, JPG, TIF), Word (DOCX, DOC, RTF, ODT), Excel, TXT; gửi được nhiều tệp một lần, hoặc cả kho trong một tệp ZIP',
    en: 'PDF, scans (PNG, JPG, TIF), Word (DOCX, DOC, RTF, ODT), Excel, TXT; many files at once, or a whole archive as one ZIP',
  },
  'upload.list': { vi: 'Tệp đang gửi', en: 'Files being sent' },
  'upload.folder.title': { vi: 'Đây là thư mục', en: 'This is a folder' },
  'upload.folder.cause': {
    vi: 'Thư mục không gửi được, chỉ gửi được tệp.',
    en: 'Folders cannot be sent, only files can.',
  },
  'upload.folder.cure': {
    vi: 'Nén thư mục thành tệp ZIP rồi thả tệp ZIP vào đây, hoặc chọn các tệp bên trong thư mục.',
    en: 'Pack the folder as a ZIP and drop that here, or select the files in it.',
  },
  'upload.waiting': { vi: 'chờ gửi', en: 'waiting' },
  'upload.sending': { vi: 'đang gửi {share} ({bytes})', en: 'sending {share} ({bytes})' },
  'upload.storing': { vi: 'đã gửi hết, máy chủ đang ghi…', en: 'all is sent, the server is storing it…' },
  'upload.reading': { vi: 'đọc trang {page}/{pages}', en: 'reading page {page} of {pages}' },
  'upload.known': { vi: 'đã có trong kho', en: 'already in the archive' },
  'upload.records': { vi: 'Số liệu: {count}', en: 'Records: {count}' },
  'upload.open': { vi: 'Mở', en: 'Open' },
  'upload.dismiss': { vi: 'Bỏ khỏi danh sách', en: 'Remove from the list' },
  'upload.cancel': { vi: 'Thôi gửi', en: 'Stop sending' },
  'upload.clear': { vi: 'Dọn các tệp đã xong', en: 'Clear finished files' },

  'upload.zip.drop': { vi: 'Thả tệp ZIP vào đây hoặc', en: 'Drop a ZIP here or' },
  'upload.zip.choose': { vi: 'chọn tệp ZIP…', en: 'choose a ZIP…' },
  'upload.zip.kinds': {
    vi: 'ZIP có thư mục và ZIP khác bên trong đều được; tệp hỏng hoặc không phải văn bản được ghi lại kèm nguyên nhân',
    en: 'folders and other ZIPs in it are fine; what is damaged or no document is written down with its cause',
  },
  'upload.zip.hint': {
    vi: 'các tệp bên trong sẽ được nạp hàng loạt',
    en: 'the files in it will be taken in as a backfill',
  },
  'upload.zip.handed': {
    vi: '✓ đã nhận; đang nạp các tệp bên trong, có thể đóng trang này',
    en: '✓ received; the files in it are being taken in, this page may be closed',
  },
  'upload.zip.open': { vi: 'Theo dõi lần nạp', en: 'Follow the backfill' },
} as const satisfies Record<string, Bilingual>
