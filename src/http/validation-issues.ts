import type { FastifySchemaValidationError } from 'fastify'
import { z } from 'zod'
import type { Language } from '../contract/index.ts'

export interface Issue {
  readonly at: string
  readonly message: string
}

const MESSAGES = { vi: z.locales.vi().localeError, en: z.locales.en().localeError } as const

const translate = (issue: FastifySchemaValidationError, language: Language): string => {
  // The compiler of fastify's schemas has taken zod's issue apart; put together again it can be said in any language.
  const raw = { ...issue.params, code: issue.keyword, path: [], input: undefined } as unknown as z.core.$ZodRawIssue
  const message = MESSAGES[language](raw)
  const text = (typeof message === 'string' ? message : message?.message) ?? issue.message ?? ''
  // What was received is lost on the way here, and would be called undefined.
  return text.replace(/, (nhận được|received) undefined$/, '')
}

/** What is wrong with which part of a request, in one language. */
export const validationIssues = (
  issues: readonly FastifySchemaValidationError[],
  language: Language,
): { at: string; message: string }[] =>
  issues.map(issue => ({ at: issue.instancePath.replace(/^\//, ''), message: translate(issue, language) }))

/** Issues as one line of text. */
export const issuesText = (issues: readonly Issue[]): string =>
  issues.map(({ at, message }) => (at === '' ? message : `${at}: ${message}`)).join('; ')
