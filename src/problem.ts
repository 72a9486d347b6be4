import type { Bilingual } from './contract/index.ts'

interface CatalogueEntry {
  /** HTTP status that goes with it. */
  readonly status: number
  readonly title: Bilingual
  readonly cause: Bilingual
  readonly cure: Bilingual
}

/** Every failure the product can name, once. `{name}` in a text is filled from the problem's details. */
export const CATALOGUE = {
  'empty-file': {
    status: 422,
    title: { vi: 'Tệp rỗng', en: 'The file is empty' },
    cause: { vi: 'Tệp không có byte nào.', en: 'The file has no bytes.' },
    cure: { vi: 'Chọn lại tệp gốc và gửi lại.', en: 'Choose the original file and send it again.' },
  },
  'no-text': {
    status: 422,
    title: { vi: 'Không có chữ', en: 'There is no text' },
    cause: { vi: 'Tệp đọc được nhưng không chứa chữ nào.', en: 'The file could be read but holds no text.' },
    cure: { vi: 'Kiểm tra tệp có đúng là văn bản không.', en: 'Check that the file is the document you meant.' },
  },
  'unsupported-type': {
    status: 415,
    title: { vi: 'Loại tệp chưa hỗ trợ', en: 'Unsupported file type' },
    cause: {
      vi: 'Nội dung tệp là {detected}, không phải loại đọc được.',
      en: 'The content of the file is {detected}, which cannot be read.',
    },
    cure: {
      vi: 'Gửi tệp .txt, .md, .docx, .doc, .rtf, .odt, .xls, .xlsx, .pdf, hoặc bản quét .png, .jpg, .tif.',
      en: 'Send a .txt, .md, .docx, .doc, .rtf, .odt, .xls, .xlsx or .pdf file, or a scan as .png, .jpg or .tif.',
    },
  },
  'needs-ocr': {
    status: 422,
    title: { vi: 'Tệp Word chỉ có ảnh', en: 'The Word file holds pictures only' },
    cause: {
      vi: 'Tệp Word không có chữ, chỉ có ảnh; ảnh trong tệp Word không được nhận dạng.',
      en: 'The Word file has no text, only pictures; pictures within Word files are not read.',
    },
    cure: {
      vi: 'Lưu tệp thành PDF, hoặc gửi chính các ảnh (PNG, JPEG, TIFF).',
      en: 'Save it as PDF, or send the pictures themselves (PNG, JPEG, TIFF).',
    },
  },
  'not-recognised': {
    status: 422,
    title: { vi: 'Không nhận dạng được trang nào', en: 'No page could be recognised' },
    cause: {
      vi: 'Trang {pages} là ảnh và không nhận dạng được: {vi}.',
      en: 'Page {pages} is an image and could not be recognised: {en}.',
    },
    cure: {
      vi: 'Kiểm tra ảnh có rõ và đúng là văn bản đánh máy không; quét lại ở 300 dpi nếu được.',
      en: 'Check that the image is clear and shows printed text; scan it anew at 300 dpi if you can.',
    },
  },
  'too-many-pixels': {
    status: 413,
    title: { vi: 'Ảnh quá lớn', en: 'The image is too large' },
    cause: {
      vi: 'Trang {pages} có nhiều điểm ảnh hơn giới hạn {limit}.',
      en: 'Page {pages} has more pixels than the limit of {limit}.',
    },
    cure: {
      vi: 'Quét lại ở 300 dpi, hoặc tăng TRICHLUC_MAX_PIXELS trên máy chủ.',
      en: 'Scan it anew at 300 dpi, or raise TRICHLUC_MAX_PIXELS on the server.',
    },
  },
  'ocr-missing': {
    status: 503,
    title: { vi: 'Thiếu chương trình nhận dạng chữ', en: 'The OCR program is missing' },
    cause: {
      vi: 'TRICHLUC_OCR là native, nhưng không tìm thấy tesseract trên máy.',
      en: 'TRICHLUC_OCR is native, but tesseract was not found on this machine.',
    },
    cure: {
      vi: 'Cài gói tesseract-ocr, hoặc đặt TRICHLUC_OCR là auto hay embedded.',
      en: 'Install the package tesseract-ocr, or set TRICHLUC_OCR to auto or embedded.',
    },
  },
  'missing-tool': {
    status: 501,
    title: { vi: 'Thiếu chương trình để đọc tệp', en: 'A program to read the file is missing' },
    cause: {
      vi: 'Loại tệp này cần {tool}, máy này chưa cài.',
      en: 'Files of this type need {tool}, which is not installed.',
    },
    cure: {
      vi: 'Cài gói {packages} (apt install {packages}), hoặc lưu tệp thành .docx rồi gửi.',
      en: 'Install the package {packages} (apt install {packages}), or save the file as .docx and send that.',
    },
  },
  'conversion-timeout': {
    status: 422,
    title: { vi: 'Chuyển đổi tệp quá lâu', en: 'Converting the file takes too long' },
    cause: {
      vi: 'LibreOffice không chuyển xong tệp trong {seconds} giây.',
      en: 'LibreOffice did not convert the file within {seconds} seconds.',
    },
    cure: {
      vi: 'Mở tệp, lưu lại thành .docx rồi gửi; nếu không mở được thì tệp hỏng.',
      en: 'Open the file, save it as .docx and send that; if it does not open, it is damaged.',
    },
  },
  'password-protected': {
    status: 422,
    title: { vi: 'Tệp có mật khẩu', en: 'The file is protected by a password' },
    cause: { vi: 'Không mở được tệp vì cần mật khẩu.', en: 'The file cannot be opened without its password.' },
    cure: { vi: 'Bỏ mật khẩu rồi gửi lại.', en: 'Remove the password and send it again.' },
  },
  'damaged-file': {
    status: 422,
    title: { vi: 'Tệp hỏng', en: 'The file is damaged' },
    cause: { vi: 'Tệp bị cắt hoặc hỏng: {detail}.', en: 'The file is cut off or damaged: {detail}.' },
    cure: { vi: 'Sao chép lại tệp gốc và gửi lại.', en: 'Copy the original file again and send it.' },
  },
  'not-utf8': {
    status: 422,
    title: { vi: 'Văn bản không phải UTF-8', en: 'The text is not UTF-8' },
    cause: {
      vi: 'Byte thứ {offset} không phải mã UTF-8, và tệp không ở bảng mã tiếng Việt cũ nào (TCVN3, VNI, VISCII, VPS, windows-1258).',
      en: 'Byte {offset} is not valid UTF-8, and the file is in no old Vietnamese encoding (TCVN3, VNI, VISCII, VPS, windows-1258).',
    },
    cure: {
      vi: 'Lưu lại tệp ở bảng mã UTF-8 rồi gửi lại.',
      en: 'Save the file in UTF-8 and send it again.',
    },
  },
  'too-large': {
    status: 413,
    title: { vi: 'Tệp quá lớn', en: 'The file is too large' },
    cause: {
      vi: 'Tệp lớn hơn giới hạn {limit} byte.',
      en: 'The file is larger than the limit of {limit} bytes.',
    },
    cure: {
      vi: 'Chia nhỏ tệp, hoặc tăng TRICHLUC_MAX_BYTES trên máy chủ.',
      en: 'Split the file, or raise TRICHLUC_MAX_BYTES on the server.',
    },
  },
  'expands-too-far': {
    status: 413,
    title: { vi: 'Tệp nén bung ra quá lớn', en: 'The file expands too far' },
    cause: {
      vi: 'Nội dung nén của tệp bung ra vượt quá mức an toàn (giới hạn {limit} byte).',
      en: 'The packed content of the file grows beyond what is safe (the limit is {limit} bytes).',
    },
    cure: {
      vi: 'Kiểm tra tệp có đúng là văn bản không; nếu đúng, chia thành nhiều phần.',
      en: 'Check that the file is the document you meant; if it is, split it into parts.',
    },
  },
  'too-many-pages': {
    status: 413,
    title: { vi: 'Quá nhiều trang', en: 'Too many pages' },
    cause: {
      vi: 'Tệp có {pages} trang, giới hạn là {limit}.',
      en: 'The file has {pages} pages, the limit is {limit}.',
    },
    cure: { vi: 'Chia tệp thành nhiều phần.', en: 'Split the file into parts.' },
  },
  'too-much-text': {
    status: 413,
    title: { vi: 'Văn bản quá dài', en: 'Too much text' },
    cause: {
      vi: 'Văn bản dài hơn giới hạn {limit} ký tự.',
      en: 'The text is longer than the limit of {limit} characters.',
    },
    cure: { vi: 'Chia tệp thành nhiều phần.', en: 'Split the file into parts.' },
  },
  'too-many-cells': {
    status: 413,
    title: { vi: 'Quá nhiều ô', en: 'Too many cells' },
    cause: {
      vi: 'Bảng tính có nhiều hơn {limit} ô.',
      en: 'The workbook has more than {limit} cells.',
    },
    cure: { vi: 'Chia tệp thành nhiều phần.', en: 'Split the file into parts.' },
  },
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
  'unknown-address': {
    status: 404,
    title: { vi: 'Không có địa chỉ này', en: 'There is no such address' },
    cause: { vi: 'Máy chủ không có {method} {path}.', en: 'The server has no {method} {path}.' },
    cure: { vi: 'Xem các địa chỉ tại /docs.', en: 'See the addresses at /docs.' },
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
  'cannot-store': {
    status: 507,
    title: { vi: 'Không lưu được tệp', en: 'The file cannot be stored' },
    cause: { vi: 'Không ghi được vào kho: {vi}.', en: 'The archive cannot be written to: {en}.' },
    cure: {
      vi: 'Báo người quản trị kiểm tra ổ đĩa và quyền ghi của kho, rồi gửi lại.',
      en: 'Have the administrator check the disk and the permissions of the archive, then send it again.',
    },
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
  'reading-stopped': {
    status: 422,
    title: { vi: 'Đọc tệp làm dừng chương trình', en: 'Reading the file stops the program' },
    cause: {
      vi: 'Chương trình dừng {attempts} lần khi đang đọc tệp này.',
      en: 'The program ended {attempts} times while it was reading this file.',
    },
    cure: {
      vi: 'Kiểm tra tệp có hỏng không; gửi tệp và nhật ký cho người quản trị.',
      en: 'Check whether the file is damaged; give the file and the log to the administrator.',
    },
  },
  'reading-too-long': {
    status: 422,
    title: { vi: 'Đọc tệp quá lâu', en: 'Reading the file takes too long' },
    cause: {
      vi: 'Tệp chưa đọc xong sau {seconds} giây, nên việc đọc bị dừng.',
      en: 'The file was not read within {seconds} seconds, so its reading was ended.',
    },
    cure: {
      vi: 'Đọc lại khi máy rảnh, chia tệp thành nhiều phần, hoặc tăng TRICHLUC_DOCUMENT_SECONDS trên máy chủ.',
      en: 'Read it again when the machine is idle, split it, or raise TRICHLUC_DOCUMENT_SECONDS on the server.',
    },
  },
  'reading-out-of-memory': {
    status: 422,
    title: { vi: 'Đọc tệp cần quá nhiều bộ nhớ', en: 'Reading the file takes too much memory' },
    cause: {
      vi: 'Việc đọc tệp cần hơn {megabytes} MB bộ nhớ, nên bị dừng.',
      en: 'Reading the file took more than {megabytes} MB of memory, so it was ended.',
    },
    cure: {
      vi: 'Chia tệp thành nhiều phần, hoặc tăng TRICHLUC_DOCUMENT_MEGABYTES trên máy chủ.',
      en: 'Split the file, or raise TRICHLUC_DOCUMENT_MEGABYTES on the server.',
    },
  },
  'reading-died': {
    status: 422,
    title: { vi: 'Việc đọc tệp bị chết giữa chừng', en: 'The reading of the file died' },
    cause: {
      vi: 'Tiến trình đọc tệp đã dừng giữa chừng ({detail}).',
      en: 'The process that read the file ended in the midst of it ({detail}).',
    },
    cure: {
      vi: 'Đọc lại; nếu vẫn lỗi, kiểm tra tệp có hỏng không và gửi tệp cùng nhật ký cho người quản trị.',
      en: 'Read it again; if it stays, check whether the file is damaged and give it to the administrator with the log.',
    },
  },
  'reading-interrupted': {
    status: 503,
    title: { vi: 'Máy chủ đang dừng', en: 'The program is stopping' },
    cause: {
      vi: 'Chương trình dừng trong khi đang đọc tệp.',
      en: 'The program was stopped while it was reading the file.',
    },
    cure: {
      vi: 'Không cần làm gì nếu tệp đã ở trong kho: tệp được đọc sau khi chương trình chạy lại. Nếu không, gửi lại sau.',
      en: 'Nothing, for a file of the archive: it is read when the program runs again. Otherwise send it again later.',
    },
  },
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
  'cannot-print': {
    status: 500,
    title: { vi: 'Không in được kết quả', en: 'The result cannot be printed' },
    cause: { vi: 'Không ghi được đầu ra: {vi}.', en: 'The output cannot be written: {en}.' },
    cure: { vi: 'Kiểm tra nơi nhận đầu ra rồi chạy lại.', en: 'Check where the output goes and run it again.' },
  },
  'cannot-listen': {
    status: 503,
    title: { vi: 'Không mở được cổng', en: 'The port cannot be opened' },
    cause: { vi: 'Không mở được {host}:{port}: {vi}.', en: '{host}:{port} cannot be opened: {en}.' },
    cure: {
      vi: 'Dừng chương trình đang dùng cổng đó, hoặc chọn HOST và PORT khác.',
      en: 'Stop the program that uses it, or choose another HOST and PORT.',
    },
  },
  'originals-without-database': {
    status: 500,
    title: { vi: 'Thư mục tệp gốc không dùng đến', en: 'The folder of originals is of no use' },
    cause: {
      vi: 'TRICHLUC_ORIGINALS chỉ dùng cùng DATABASE_URL; không có nó, tệp gốc nằm trong TRICHLUC_DATA.',
      en: 'TRICHLUC_ORIGINALS goes with DATABASE_URL only; without it originals lie in TRICHLUC_DATA.',
    },
    cure: { vi: 'Đặt DATABASE_URL, hoặc bỏ TRICHLUC_ORIGINALS.', en: 'Set DATABASE_URL, or unset TRICHLUC_ORIGINALS.' },
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
  'worker-without-database': {
    status: 500,
    title: { vi: 'Tiến trình đọc cần PostgreSQL', en: 'A worker needs PostgreSQL' },
    cause: {
      vi: 'Chưa đặt DATABASE_URL; kho trong thư mục do chính máy chủ đọc.',
      en: 'DATABASE_URL is not set; of an archive in a folder the server itself is the reader.',
    },
    cure: {
      vi: 'Đặt DATABASE_URL giống máy chủ, hoặc chỉ chạy trichluc serve.',
      en: 'Set DATABASE_URL as it is for the server, or run trichluc serve alone.',
    },
  },
  'bad-configuration': {
    status: 500,
    title: { vi: 'Cấu hình không hợp lệ', en: 'The configuration is not valid' },
    cause: { vi: '{variable} là {found}; cần {vi}.', en: '{variable} is {found}; expected {en}.' },
    cure: {
      vi: 'Sửa biến môi trường {variable} rồi chạy lại.',
      en: 'Correct the variable {variable} and start again.',
    },
  },
  'unknown-variable': {
    status: 500,
    title: { vi: 'Biến cấu hình lạ', en: 'Unknown variable of the configuration' },
    cause: {
      vi: 'Không có biến {variable}; các biến là {known}.',
      en: 'There is no variable {variable}; there are {known}.',
    },
    cure: { vi: 'Sửa tên biến hoặc bỏ nó.', en: 'Correct its name or remove it.' },
  },
  'token-needed': {
    status: 500,
    title: { vi: 'Thiếu mã truy cập', en: 'A token must be configured' },
    cause: {
      vi: 'HOST {host} mở máy chủ ra mạng, nhưng TRICHLUC_TOKEN chưa đặt.',
      en: 'HOST {host} opens the server to the network, but TRICHLUC_TOKEN is not set.',
    },
    cure: {
      vi: 'Đặt TRICHLUC_TOKEN từ {length} ký tự trở lên, hoặc bỏ HOST.',
      en: 'Set TRICHLUC_TOKEN to {length} characters or more, or leave HOST out.',
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

export type ProblemCode = keyof typeof CATALOGUE

/** A failure as a value: its code and the details that its texts need. */
export interface Problem {
  readonly code: ProblemCode
  readonly details: Readonly<Record<string, string | number>>
}

export const problem = (code: ProblemCode, details: Problem['details'] = {}): Problem => ({ code, details })

/** For the few places that cannot return a value (HTTP handlers, streams). */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(p: Problem) {
    super(p.code)
    this.problem = p
  }
}

const fill = (template: string, details: Problem['details']) =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole))

/** The problem as people read it, in both languages. */
export const describe = (p: Problem): { title: Bilingual; cause: Bilingual; cure: Bilingual; status: number } => {
  const entry: CatalogueEntry = CATALOGUE[p.code]
  const both = (b: Bilingual): Bilingual => ({ vi: fill(b.vi, p.details), en: fill(b.en, p.details) })
  return { title: both(entry.title), cause: both(entry.cause), cure: both(entry.cure), status: entry.status }
}
