import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { type Problem, problem } from '../problem.ts'
import { PROBLEM_JSON, problemDetails } from './problem-details.ts'

const problemOf = (code: string | undefined): Problem => {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return problem('request-timeout')
  if (code === 'HPE_HEADER_OVERFLOW') return problem('headers-too-large')
  return problem('invalid-request', {
    vi: 'Yêu cầu không đúng giao thức HTTP',
    en: 'The request does not follow the HTTP protocol',
  })
}

/** Answers what could not be read as a request: there is no address and no language yet, the body has both. */
export function answerClientError(this: FastifyInstance, error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  this.log.info({ code: error.code }, 'no valid request')
  const details = problemDetails(problemOf(error.code), 'vi', '/')
  const body = JSON.stringify(details)
  socket.end(
    [
      `HTTP/1.1 ${details.status} ${STATUS_CODES[details.status]}`,
      `Content-Type: ${PROBLEM_JSON}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}
