import type { Message } from '../../contract/index.ts'

/** The document was read from a converted copy. */
export const converted = (version: string | null): Message => ({
  level: 'info',
  code: 'converted-by-libreoffice',
  text: {
    vi: `Tệp được LibreOffice${version === null ? '' : ` ${version}`} chuyển sang .docx để đọc.`,
    en: `The file was converted to .docx by LibreOffice${version === null ? '' : ` ${version}`} for reading.`,
  },
})

/** A .doc was read by the reader of the product itself. */
export const readWithoutLibreOffice = (why: 'missing' | 'failed'): Message => ({
  level: 'warning',
  code: 'doc-read-without-libreoffice',
  text: {
    vi: `${why === 'missing' ? 'Máy này chưa cài LibreOffice (gói libreoffice-writer)' : 'LibreOffice không mở được tệp .doc'} nên tệp được đọc trực tiếp: số thứ tự do Word đánh tự động (1., a), …) không được tính.`,
    en: `${why === 'missing' ? 'LibreOffice is not installed (package libreoffice-writer)' : 'LibreOffice cannot open the .doc'}, so it was read directly: labels of lists that Word numbers by itself (1., a), …) are not counted.`,
  },
})

/** Parts of a .doc's text lie outside of the file. */
export const textMissing = (): Message => ({
  level: 'warning',
  code: 'doc-text-missing',
  text: {
    vi: 'Tệp .doc bị hỏng: có thể thiếu một phần chữ. Cần đối chiếu với bản gốc.',
    en: 'The .doc is damaged, and a part of its text may be missing. Compare it with the original.',
  },
})
