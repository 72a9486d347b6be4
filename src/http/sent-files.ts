import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ProblemError, problem } from '../problem.ts'
import { MAX_FILES } from './limits.ts'

/** A file in a request, as the API describes it. */
export const SentFile = z.string().meta({ type: 'string', format: 'binary' })

/** The body is a stream that only the handler reads. */
export const unread = () => (value: unknown) => ({ value })

export interface SentStream {
  readonly stream: MultipartFile['file']
  readonly name: string
}

/** Browsers write the one character that a quoted name cannot hold as `%22` (HTML, multipart/form-data encoding). */
const unescapeName = (name: string): string => name.replaceAll('%22', '"')

/**
 * The files of a multipart request, one after the other; each is to be read before the next is asked for.
 * @param maxBytes of one file; one byte more is let through, so that a file of just the limit is told from a larger one
 * @throws ProblemError `not-multipart`
 */
export async function* sentFiles(request: FastifyRequest, maxBytes: number): AsyncGenerator<SentStream> {
  if (!request.isMultipart()) {
    throw new ProblemError(problem('not-multipart', { type: request.headers['content-type'] ?? '–' }))
  }
  const limits = { fileSize: maxBytes + 1, files: MAX_FILES, fields: 20, fieldSize: 1024 }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') yield { stream: part.file, name: unescapeName(part.filename) }
  }
}
