import type { FastifyError, FastifyRequest } from 'fastify'
import type { Bilingual } from '../contract/index.ts'
import { type Problem, problem } from '../problem.ts'
import { pathOf } from './path-of.ts'

export interface ErrorLimits {
  readonly maxBytes: number
  readonly maxFiles: number
}

const NOT_JSON: Bilingual = { vi: 'Nội dung không phải JSON hợp lệ', en: 'The body is not valid JSON' }
const BAD_BOUNDARY: Bilingual = {
  vi: 'Tiêu đề Content-Type thiếu boundary, hoặc boundary quá dài',
  en: 'The header Content-Type has no boundary, or one that is too long',
}

/** What the framework's codes mean to people; sentences without a full stop. */
const REASONS: Readonly<Record<string, Bilingual>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: NOT_JSON,
  FST_ERR_CTP_EMPTY_JSON_BODY: NOT_JSON,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    vi: 'Nội dung dài khác với Content-Length',
    en: 'The body is not as long as Content-Length says',
  },
  FST_ERR_BAD_URL: { vi: 'Địa chỉ chứa mã %XX sai', en: 'The address holds a %XX code that is not valid' },
  FST_PROTO_VIOLATION: { vi: 'Tên trường này không được phép', en: 'A field may not have this name' },
  FST_FIELDS_LIMIT: {
    vi: 'Biểu mẫu có quá nhiều trường không phải tệp',
    en: 'The form has too many fields that are not files',
  },
}

const isCutOff = (error: FastifyError): boolean =>
  ['FST_MP_PREMATURE_CLOSE', 'ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET'].includes(error.code) ||
  /terminated early|Unexpected end of multipart data|^aborted$/.test(error.message)

/** The multipart parser's errors have no codes; a boundary is the needle that it searches for. */
const isBadBoundary = (error: FastifyError): boolean =>
  error.message.startsWith('Multipart: Boundary') || error.message.startsWith('The needle cannot')

const invalid = (reason: Bilingual): Problem => problem('invalid-request', { ...reason })

/** The catalogue's problem for an error of the framework; null where it is a fault of the program. */
export function frameworkProblem(error: FastifyError, request: FastifyRequest, limits: ErrorLimits): Problem | null {
  if (isCutOff(error)) return problem('cut-off')
  if (isBadBoundary(error)) return invalid(BAD_BOUNDARY)
  const reason = REASONS[error.code]
  if (reason !== undefined) return invalid(reason)
  const unknown = () => problem('unknown-address', { method: request.method, path: pathOf(request) })
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return problem('not-multipart', { type: request.headers['content-type'] ?? '–' })
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return problem('too-large', { limit: limits.maxBytes })
    case 'FST_FILES_LIMIT':
    case 'FST_PARTS_LIMIT':
      return problem('too-many-files', { limit: limits.maxFiles })
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return unknown()
  }
  const status = error.statusCode ?? 500
  if (status === 404 || status === 403) return unknown()
  if (status >= 500) return null
  return invalid({ vi: `Máy chủ không hiểu yêu cầu (${error.message})`, en: error.message })
}
