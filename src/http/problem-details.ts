import type { Language } from '../contract/index.ts'
import { describe, type Problem } from '../problem.ts'
import type { ProblemDetails } from './schemas.ts'

export const PROBLEM_JSON = 'application/problem+json; charset=utf-8'

/**
 * A problem as the body of an answer (RFC 9457).
 * @param instance the address that the problem is about
 * @param issues the parts of the request that were wrong, where it is about several
 * @param changed what has changed since the version that the request was about
 */
export function problemDetails(
  cause: Problem,
  language: Language,
  instance: string,
  issues?: ProblemDetails['issues'],
  changed?: ProblemDetails['changed'],
): ProblemDetails {
  const texts = describe(cause)
  const { incident } = cause.details
  return {
    type: `urn:trichluc:problem:${cause.code}`,
    title: texts.title[language],
    status: texts.status,
    detail: `${texts.cause[language]} ${texts.cure[language]}`,
    instance,
    code: cause.code,
    titles: texts.title,
    cause: texts.cause,
    cure: texts.cure,
    ...(issues === undefined ? {} : { issues }),
    ...(changed === undefined ? {} : { changed }),
    ...(incident === undefined ? {} : { incident: String(incident) }),
  }
}
