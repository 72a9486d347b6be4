import type { CatalogueEntry } from './catalogue-entry.ts'

/** What is wrong with a request, or with the moment at which it comes. */
export const REQUESTS_PROBLEMS = {
  'unknown-address': {
    status: 404,
    title: { vi: 'Không có địa chỉ này', en: 'There is no such address' },
    cause: { vi: 'Máy chủ không có {method} {path}.', en: 'The server has no {method} {path}.' },
    cure: { vi: 'Xem các địa chỉ tại /docs.', en: 'See the addresses at /docs.' },
  },
  'no-file': {
    status: 400,
    title: { vi: 'Không có tệp', en: 'No file was sent' },
    cause: { vi: 'Yêu cầu không kèm tệp nào.', en: 'The request holds no file.' },
    cure: {
      vi: 'Gửi multipart/form-data với ít nhất một tệp.',
      en: 'Send multipart/form-data with at least one file.',
    },
  },
  'invalid-request': {
    status: 400,
    title: { vi: 'Yêu cầu không hợp lệ', en: 'The request is not valid' },
    cause: { vi: '{vi}.', en: '{en}.' },
    cure: { vi: 'Xem mô tả tại /docs.', en: 'See the description at /docs.' },
  },
  unauthorised: {
    status: 401,
    title: { vi: 'Cần mã truy cập', en: 'A token is needed' },
    cause: { vi: 'Yêu cầu không kèm mã truy cập đúng.', en: 'The request does not carry the right token.' },
    cure: {
      vi: 'Gửi tiêu đề Authorization: Bearer <mã>.',
      en: 'Send the header Authorization: Bearer <token>.',
    },
  },
  'cross-site': {
    status: 403,
    title: { vi: 'Yêu cầu từ trang khác', en: 'The request comes from another site' },
    cause: {
      vi: 'Trình duyệt gửi yêu cầu này từ một trang khác ({origin}).',
      en: 'The browser sent this request from another site ({origin}).',
    },
    cure: { vi: 'Mở trang của trichluc rồi làm lại.', en: 'Open the page of trichluc and do it there.' },
  },
  'foreign-host': {
    status: 421,
    title: { vi: 'Tên máy chủ lạ', en: 'A foreign host name' },
    cause: {
      vi: 'Máy chủ chỉ phục vụ máy này, nhưng yêu cầu gọi nó là {host}.',
      en: 'The server serves this machine only, but the request calls it {host}.',
    },
    cure: {
      vi: 'Dùng địa chỉ http://localhost, hoặc đặt HOST và TRICHLUC_TOKEN để mở ra mạng.',
      en: 'Use http://localhost, or set HOST and TRICHLUC_TOKEN to open it to the network.',
    },
  },
  'not-multipart': {
    status: 415,
    title: { vi: 'Sai loại nội dung yêu cầu', en: 'The request has the wrong content type' },
    cause: {
      vi: 'Yêu cầu có loại {type}, cần multipart/form-data.',
      en: 'The request is of type {type}, multipart/form-data is needed.',
    },
    cure: {
      vi: 'Gửi tệp như một biểu mẫu: curl -F file=@van-ban.pdf …/v1/documents',
      en: 'Send the file as a form: curl -F file=@document.pdf …/v1/documents',
    },
  },
  'headers-too-large': {
    status: 431,
    title: { vi: 'Phần đầu yêu cầu quá lớn', en: 'The head of the request is too large' },
    cause: {
      vi: 'Địa chỉ và các tiêu đề của yêu cầu dài hơn giới hạn.',
      en: 'Address and headers of the request are longer than the limit.',
    },
    cure: {
      vi: 'Rút ngắn địa chỉ, hoặc xóa cookie của trang.',
      en: 'Shorten the address, or clear the site’s cookies.',
    },
  },
  'request-timeout': {
    status: 408,
    title: { vi: 'Yêu cầu đến quá chậm', en: 'The request came too slowly' },
    cause: { vi: 'Yêu cầu không đến hết trong thời hạn.', en: 'The request did not arrive whole in time.' },
    cure: { vi: 'Kiểm tra đường truyền rồi gửi lại.', en: 'Check the connection and send it again.' },
  },
  'cut-off': {
    status: 400,
    title: { vi: 'Yêu cầu bị ngắt giữa chừng', en: 'The request was cut off' },
    cause: {
      vi: 'Nội dung multipart kết thúc trước phần cuối.',
      en: 'The multipart body ends before its last part does.',
    },
    cure: {
      vi: 'Gửi lại; tệp đã nhận trọn vẹn sẽ không bị lưu hai lần.',
      en: 'Send it again; a file that arrived whole is not stored twice.',
    },
  },
  'too-many-files': {
    status: 413,
    title: { vi: 'Quá nhiều tệp', en: 'Too many files' },
    cause: {
      vi: 'Một yêu cầu nhận tối đa {limit} tệp; các tệp trước đó đã được lưu.',
      en: 'One request takes {limit} files at most; the files before that are stored.',
    },
    cure: { vi: 'Chia thành nhiều yêu cầu.', en: 'Split it into several requests.' },
  },
  'server-busy': {
    status: 503,
    title: { vi: 'Máy chủ đang bận', en: 'The server is busy' },
    cause: {
      vi: 'Máy chủ đang nhận nhiều tệp cùng lúc hoặc sắp hết bộ nhớ.',
      en: 'The server is taking many files at once, or is short of memory.',
    },
    cure: {
      vi: 'Gửi lại sau số giây ghi ở tiêu đề Retry-After; tệp đã nhận trước đó không mất.',
      en: 'Send it again after the seconds that the header Retry-After gives; what was taken before is not lost.',
    },
  },
  internal: {
    status: 500,
    title: { vi: 'Lỗi của chương trình', en: 'A fault of the program' },
    cause: { vi: 'Chương trình gặp lỗi không ngờ tới.', en: 'The program met a fault that it did not expect.' },
    cure: {
      vi: 'Thử lại; nếu vẫn lỗi, gửi mã {incident} cho người quản trị.',
      en: 'Try again; if it stays, give the incident {incident} to the administrator.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>
