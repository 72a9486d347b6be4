import { fill } from '../../problems/fill.ts'
import { READING_PROBLEMS } from '../../problems/reading-problems.ts'
import { ApiError, type Failure } from '../api/failure.ts'

/** A PDF can be opened, but one page of it cannot be drawn. */
export const pageNotDrawn = (page: number, detail: string): Failure => ({
  code: 'page-not-drawn',
  titles: { vi: `Không vẽ được trang ${page}`, en: `Page ${page} cannot be drawn` },
  cause: { vi: `Trang hỏng trong tệp PDF: ${detail}.`, en: `The page is damaged within the PDF: ${detail}.` },
  cure: {
    vi: 'Xem ở dạng chữ, hoặc tải tệp gốc và mở bằng chương trình khác.',
    en: 'Look at the text, or download the original and open it in another program.',
  },
})

/** The program that draws PDFs does not start in this browser. */
export const noWorker = (): Failure => ({
  code: 'no-pdf-worker',
  titles: { vi: 'Trình duyệt không vẽ được trang PDF', en: 'This browser cannot draw the pages of PDFs' },
  cause: {
    vi: 'Chương trình vẽ trang không tải được hoặc không chạy được trong trình duyệt này.',
    en: 'The program that draws pages could not be loaded, or does not run in this browser.',
  },
  cure: {
    vi: 'Tải lại trang; nếu vẫn lỗi, cập nhật trình duyệt, hoặc xem ở dạng chữ.',
    en: 'Load the page anew; if it stays, update the browser, or look at the text.',
  },
})

const named = (error: unknown): { readonly name: string; readonly message: string } =>
  error instanceof Error ? error : { name: '', message: String(error) }

/** What hinders opening a PDF, as the server names the same when it reads it. */
export const openingFailure = (error: unknown): ApiError => {
  if (error instanceof ApiError) return error
  const { name, message } = named(error)
  if (name === 'PasswordException') {
    const { title, cause, cure } = READING_PROBLEMS['password-protected']
    return new ApiError({ code: 'password-protected', titles: title, cause, cure })
  }
  const { title, cause, cure } = READING_PROBLEMS['damaged-file']
  const filled = { vi: fill(cause.vi, { detail: message }), en: fill(cause.en, { detail: message }) }
  return new ApiError({ code: 'damaged-file', titles: title, cause: filled, cure })
}

export const drawingFailure = (page: number, error: unknown): ApiError =>
  error instanceof ApiError ? error : new ApiError(pageNotDrawn(page, named(error).message))
