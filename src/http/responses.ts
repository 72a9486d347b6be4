import { Readable } from 'node:stream'
import { z } from 'zod'
import { CATALOGUE, type ProblemCode } from '../problem.ts'
import { ProblemDetails } from './schemas.ts'

interface ProblemResponse {
  description: string
  content: { 'application/problem+json': { schema: typeof ProblemDetails } }
}

const ALWAYS = ['unauthorised', 'foreign-host', 'internal', 'database-away'] as const satisfies readonly ProblemCode[]

/**
 * The problems that a route may answer with, as responses of its schema: one for each status, naming the codes.
 * Those that every route may answer with are added.
 */
export function problems(...codes: ProblemCode[]): Record<number, ProblemResponse> {
  const responses: Record<number, ProblemResponse> = {}
  for (const code of [...codes, ...ALWAYS]) {
    const { status, title } = CATALOGUE[code]
    const text = `\`${code}\`: ${title.en}.`
    const before = responses[status]
    responses[status] = {
      description: before === undefined ? text : `${before.description} ${text}`,
      content: { 'application/problem+json': { schema: ProblemDetails } },
    }
  }
  return responses
}

/** A body of bytes, in OpenAPI; in the program a stream. */
export const Bytes = z.instanceof(Readable).meta({ type: 'string', format: 'binary' })

/** The part of a query that every route takes. */
export const LanguageQuery = z.object({
  lang: z.string().max(35).optional().describe('`vi` or `en`: the language of titles and details.'),
})
