import { randomUUID } from 'node:crypto'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { type Problem, ProblemError, problem } from '../problem.ts'
import { languageOf } from './language.ts'
import { problemDetails } from './problem-details.ts'
import type { ProblemDetails } from './schemas.ts'
import { issuesText, validationIssues } from './validation-issues.ts'

const PROBLEM_JSON = 'application/problem+json; charset=utf-8'

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '/'

/** Answers a request with a problem. The body is sent as text, so that no route's schema stands between. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  cause: Problem,
  issues?: ProblemDetails['issues'],
): FastifyReply {
  const language = languageOf(request.query, request.headers['accept-language'])
  const body = problemDetails(cause, language, pathOf(request), issues)
  return reply
    .code(body.status)
    .header('vary', 'Accept-Language')
    .header('content-language', language)
    .type(PROBLEM_JSON)
    .send(JSON.stringify(body))
}

export const sendUnknownAddress = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendProblem(request, reply, problem('unknown-address', { method: request.method, path: pathOf(request) }))

const isCutOff = (error: FastifyError): boolean =>
  ['FST_MP_PREMATURE_CLOSE', 'ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET'].includes(error.code) ||
  /terminated early|Unexpected end of multipart data|^aborted$/.test(error.message)

/** The catalogue's problem for an error of the framework; null where it is a fault of the program. */
const frameworkProblem = (error: FastifyError, request: FastifyRequest, limits: ErrorLimits): Problem | null => {
  if (isCutOff(error)) return problem('cut-off')
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return problem('not-multipart', { type: request.headers['content-type'] ?? '–' })
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return problem('too-large', { limit: limits.maxBytes })
    case 'FST_FILES_LIMIT':
    case 'FST_PARTS_LIMIT':
    case 'FST_FIELDS_LIMIT':
      return problem('too-many-files', { limit: limits.maxFiles })
  }
  const status = error.statusCode ?? 500
  if (status === 404 || status === 403) {
    return problem('unknown-address', { method: request.method, path: pathOf(request) })
  }
  if (status < 500 || error.message.startsWith('Multipart:')) {
    return problem('invalid-request', { vi: error.message, en: error.message })
  }
  return null
}

export interface ErrorLimits {
  readonly maxBytes: number
  readonly maxFiles: number
}

/** Turns whatever a handler threw into a problem. Faults of the program are logged under an incident; no stack leaves. */
export const errorHandler =
  (limits: ErrorLimits) =>
  (error: FastifyError | ProblemError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    if (error instanceof ProblemError) return sendProblem(request, reply, error.problem)
    if (hasZodFastifySchemaValidationErrors(error)) {
      const issues = { vi: validationIssues(error.validation, 'vi'), en: validationIssues(error.validation, 'en') }
      const language = languageOf(request.query, request.headers['accept-language'])
      const cause = problem('invalid-request', { vi: issuesText(issues.vi), en: issuesText(issues.en) })
      return sendProblem(request, reply, cause, issues[language])
    }
    const known = frameworkProblem(error, request, limits)
    if (known !== null) return sendProblem(request, reply, known)
    const incident = randomUUID()
    request.log.error({ err: error, incident }, 'a request met a fault')
    return sendProblem(request, reply, problem('internal', { incident }))
  }
