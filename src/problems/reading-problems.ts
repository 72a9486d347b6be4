import type { CatalogueEntry } from './catalogue-entry.ts'

/** What hinders reading a document. */
export const READING_PROBLEMS = {
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
} as const satisfies Record<string, CatalogueEntry>
