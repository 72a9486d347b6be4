import { totalmem } from 'node:os'
import type { FastifyInstance } from 'fastify'
import { problem } from '../problem.ts'
import { sendProblem } from './errors.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A route that takes files: it is refused with 503 while the server is short of memory or takes many at once. */
    takesFiles?: boolean
  }
}

export interface PressureLimits {
  /** Resident memory of the process in bytes above which no files are taken. */
  readonly memory: number
  /** Requests with files that are taken at once. */
  readonly uploads: number
}

/** Part of the machine's memory that the server's own process may fill before it takes no further files. */
const MEMORY_SHARE = 0.6

/** The memory that this process may use: that of its container where one sets a limit, else the machine's. */
const usableMemory = (): number => {
  const constrained = process.constrainedMemory()
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem()
}

export const DEFAULT_PRESSURE: PressureLimits = { memory: MEMORY_SHARE * usableMemory(), uploads: 32 }

/**
 * Refuses requests with files before memory runs out, so that what is under way goes on. All other requests are answered as ever.
 * What was refused can be sent again: the answer says when.
 */
export function refuseUnderPressure(app: FastifyInstance, limits: PressureLimits): void {
  let uploads = 0
  const busy = () => uploads >= limits.uploads || process.memoryUsage.rss() > limits.memory

  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.takesFiles !== true) return
    if (busy()) {
      request.log.warn({ outcome: 'server-busy', uploads, memory: process.memoryUsage.rss() }, 'upload')
      // The rest of the body is not waited for.
      reply.header('connection', 'close')
      return sendProblem(request, reply, problem('server-busy'))
    }
    uploads++
    reply.raw.once('close', () => uploads--)
  })
}
