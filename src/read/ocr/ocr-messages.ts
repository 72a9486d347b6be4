import type { Bilingual, Message } from '../../contract/index.ts'
import { pageList } from '../pdf/pdf-messages.ts'
import type { OcrSettings } from './ocr-settings.ts'
import type { LostBy } from './page-reading.ts'
import type { Recogniser } from './recogniser.ts'

/** Why a page was read from its image and not from its text layer. */
export type ReadFor = 'no-layer' | 'scan' | 'garbage' | 'torn'

const READ_FOR: Readonly<Record<ReadFor, Bilingual>> = {
  'no-layer': { vi: 'không có lớp chữ', en: 'has no text layer' },
  scan: {
    vi: 'là ảnh quét, lớp chữ chỉ có vài dòng (chữ ký số, số văn bản)',
    en: 'is a scan with a few lines of text over it (a digital signature, a number)',
  },
  garbage: { vi: 'có lớp chữ bị hỏng', en: 'has a damaged text layer' },
  torn: { vi: 'có lớp chữ bị tách rời chữ số', en: 'has a text layer whose numbers are torn apart' },
}

const ENGINE: Readonly<Record<Recogniser['engine'], Bilingual>> = {
  native: { vi: 'tesseract', en: 'tesseract' },
  embedded: { vi: 'bộ nhận dạng đi kèm', en: 'the built-in recogniser' },
}

const at = (pages: readonly number[]): { page?: number } => (pages[0] === undefined ? {} : { page: pages[0] })

/** Pages that were read from their images, and why. */
export const pagesRecognised = (pages: readonly number[], why: ReadFor, engine: Recogniser['engine']): Message => ({
  level: 'info',
  code: 'pages-recognised',
  text: {
    vi: `Trang ${pageList(pages)} ${READ_FOR[why].vi} nên được nhận dạng từ ảnh bằng ${ENGINE[engine].vi}.`,
    en: `Page ${pageList(pages)} ${READ_FOR[why].en} and was read from its image by ${ENGINE[engine].en}.`,
  },
  ...at(pages),
})

/** Why pages are lost, for people. */
export const lostBy = (why: LostBy, settings: OcrSettings): Bilingual => {
  const texts: Readonly<Record<LostBy, Bilingual>> = {
    'no-words': {
      vi: 'không thấy chữ in nào (chữ viết tay, hình vẽ, ảnh quá mờ)',
      en: 'no printed text was found (handwriting, a drawing, too faint)',
    },
    'too-many-pixels': {
      vi: `ảnh lớn hơn giới hạn ${settings.maxPixels} điểm ảnh`,
      en: `the image is larger than the limit of ${settings.maxPixels} pixels`,
    },
    'too-slow': {
      vi: `quá thời hạn ${settings.secondsPerPage} giây một trang`,
      en: `it took longer than the limit of ${settings.secondsPerPage} seconds a page`,
    },
    'out-of-time': {
      vi: `quá thời hạn ${settings.secondsPerDocument} giây của cả tài liệu; tăng TRICHLUC_OCR_DOCUMENT_SECONDS hoặc tách tài liệu`,
      en: `the limit of ${settings.secondsPerDocument} seconds for the document was reached; raise TRICHLUC_OCR_DOCUMENT_SECONDS or split the document`,
    },
    damaged: { vi: 'ảnh bị hỏng', en: 'the image is damaged' },
    engine: { vi: 'bộ nhận dạng gặp lỗi', en: 'the recogniser failed' },
  }
  return texts[why]
}

/** Pages that could not be read from their images: a part of the document is lost. */
export const pagesLost = (pages: readonly number[], why: LostBy, detail: string, settings: OcrSettings): Message => {
  const { vi, en } = lostBy(why, settings)
  const more = detail === '' ? '' : ` (${detail})`
  return {
    level: 'error',
    code: 'pages-not-recognised',
    text: {
      vi: `Trang ${pageList(pages)} không nhận dạng được: ${vi}${more}.`,
      en: `Page ${pageList(pages)} could not be recognised: ${en}${more}.`,
    },
    ...at(pages),
  }
}

/** Pages whose image ends early: what of it is there was read. */
export const pagesCutOff = (pages: readonly number[]): Message => ({
  level: 'error',
  code: 'pages-cut-off',
  text: {
    vi: `Ảnh của trang ${pageList(pages)} bị cắt hoặc hỏng; chỉ đọc được phần còn lại.`,
    en: `The image of page ${pageList(pages)} is cut off or damaged; only what is left of it was read.`,
  },
  ...at(pages),
})

/** Pages with nothing on them. */
export const pagesBlank = (pages: readonly number[]): Message => ({
  level: 'info',
  code: 'pages-blank',
  text: { vi: `Trang ${pageList(pages)} để trống.`, en: `Page ${pageList(pages)} is blank.` },
  ...at(pages),
})

/** What the engine found and is no text. */
export const noiseLeftOut = (count: number, pages: readonly number[]): Message => ({
  level: 'info',
  code: 'noise-left-out',
  text: {
    vi: `Bỏ ${count} mẩu không phải chữ trên trang ${pageList(pages)} (nét kẻ, vết bẩn, con dấu, chữ ký).`,
    en: `${count} pieces that are no text were left out on page ${pageList(pages)} (rules, specks, seals, signatures).`,
  },
  ...at(pages),
})

/** A cell of a table whose two readings have other digits. */
export const cellReadTwice = (first: string, second: string, page: number): Message => ({
  level: 'warning',
  code: 'cell-read-twice',
  text: {
    vi: `Một ô của bảng đọc lần đầu là "${first}", lần sau là "${second}"; giữ lần đầu, cần đối chiếu với bản gốc.`,
    en: `A cell of a table was read as "${first}", and as "${second}" when read again. The first is kept; compare it with the original.`,
  },
  page,
})

/** Pages whose words the engine is unsure of. */
export const pagesPoor = (pages: readonly number[]): Message => ({
  level: 'warning',
  code: 'pages-poor',
  text: {
    vi: `Trang ${pageList(pages)} quét kém nên nhiều chữ không chắc đúng; cần đối chiếu với bản gốc.`,
    en: `Page ${pageList(pages)} is a poor scan, and many of its words are doubtful. Compare them with the original.`,
  },
  ...at(pages),
})
