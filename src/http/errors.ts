import { randomUUID } from 'node:crypto'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { isAway } from '../archive/database/away.ts'
import { type Problem, ProblemError, problem } from '../problem.ts'
import { type ErrorLimits, frameworkProblem } from './framework-problem.ts'
import { languageOf } from './language.ts'
import { pathOf } from './path-of.ts'
import { PROBLEM_JSON, problemDetails } from './problem-details.ts'
import type { ProblemDetails } from './schemas.ts'
import { issuesText, validationIssues } from './validation-issues.ts'

/** Seconds after which a request that came at a bad time may be made again. */
const RETRY_AFTER = 15

/** Answers a request with a problem. The body is sent as text, so that no route's schema stands between. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  cause: Problem,
  issues?: ProblemDetails['issues'],
  changed?: ProblemDetails['changed'],
): FastifyReply {
  const language = languageOf(request.query, request.headers['accept-language'])
  const body = problemDetails(cause, language, pathOf(request), issues, changed)
  if (body.status === 503) reply.header('retry-after', RETRY_AFTER)
  return reply
    .code(body.status)
    .header('vary', 'Accept-Language')
    .header('content-language', language)
    .type(PROBLEM_JSON)
    .send(JSON.stringify(body))
}

export const sendUnknownAddress = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendProblem(request, reply, problem('unknown-address', { method: request.method, path: pathOf(request) }))

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
    if (isAway(error)) return sendProblem(request, reply, problem('database-away'))
    const incident = randomUUID()
    request.log.error({ err: error, incident }, 'a request met a fault')
    return sendProblem(request, reply, problem('internal', { incident }))
  }
