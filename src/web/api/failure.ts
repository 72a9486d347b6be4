import type { ProblemDetails } from '../../http/schemas.ts'

/** What went wrong, in both languages: a problem that the server named, or one between it and this page. */
export type Failure = Pick<ProblemDetails, 'code' | 'titles' | 'cause' | 'cure' | 'incident'>

export const UNREACHABLE: Failure = {
  code: 'unreachable',
  titles: { vi: 'Không kết nối được máy chủ', en: 'The server cannot be reached' },
  cause: {
    vi: 'Mạng bị ngắt, hoặc máy chủ đang dừng.',
    en: 'The network is down, or the server is not running.',
  },
  cure: {
    vi: 'Kiểm tra kết nối rồi thử lại; nếu vẫn lỗi, báo người quản trị.',
    en: 'Check the connection and try again; if it stays, tell the administrator.',
  },
}

const unexpected = (status: number): Failure => ({
  code: 'unexpected-answer',
  titles: { vi: 'Máy chủ trả lời không đúng', en: 'The server gave an unexpected answer' },
  cause: {
    vi: `Câu trả lời có mã HTTP ${status} và không đọc được.`,
    en: `The answer has HTTP status ${status} and cannot be read.`,
  },
  cure: {
    vi: 'Thử lại sau một phút; nếu vẫn lỗi, báo người quản trị.',
    en: 'Try again in a minute; if it stays, tell the administrator.',
  },
})

const PASSING: ReadonlySet<string> = new Set([UNREACHABLE.code, 'unexpected-answer', 'internal', 'cut-off'])

/** Whether the same request may succeed a little later; a document that is no document stays none. */
export const mayPass = ({ code }: Failure): boolean => PASSING.has(code)

const isProblem = (body: unknown): body is ProblemDetails =>
  typeof body === 'object' && body !== null && 'titles' in body && 'cause' in body && 'cure' in body

/** The failure that an answer other than 2xx stands for; proxies on the way may answer with anything. */
export const failureOf = (status: number, body: unknown): Failure => (isProblem(body) ? body : unexpected(status))

export class ApiError extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

/** The failure of whatever a call to the server threw. */
export const toFailure = (error: unknown): Failure => (error instanceof ApiError ? error.failure : UNREACHABLE)
