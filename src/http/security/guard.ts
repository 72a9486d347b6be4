import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isLoopback } from '../../config.ts'
import { type Problem, problem } from '../../problem.ts'
import { sendProblem } from '../errors.ts'

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

const hostName = (host: string): string => host.replace(/:\d+$/, '').replace(/\.$/, '')

/**
 * DNS rebinding: a foreign page has its own name resolve to 127.0.0.1, and so may read what this server answers. Such
 * requests carry the foreign name.
 */
const foreignHost = (request: FastifyRequest): Problem | null => {
  const host = request.headers.host ?? ''
  return isLoopback(hostName(host)) ? null : problem('foreign-host', { host: host === '' ? '–' : host })
}

const hostOfOrigin = (origin: string): string | null => {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}

/**
 * Requests that change something and come from another site's page. Browsers say so in `Sec-Fetch-Site`, older ones in
 * `Origin`; a client that sends neither is no browser.
 */
const crossSite = (request: FastifyRequest): Problem | null => {
  if (SAFE_METHODS.has(request.method)) return null
  const site = request.headers['sec-fetch-site']
  const { origin, host } = request.headers
  if (site !== undefined) {
    return site === 'same-origin' || site === 'none' ? null : problem('cross-site', { origin: origin ?? String(site) })
  }
  if (origin === undefined || hostOfOrigin(origin) === host) return null
  return problem('cross-site', { origin })
}

/**
 * Refuses requests that a foreign page makes a browser send.
 * @param boundTo the address that the server binds to; bound to this machine it answers to this machine's names only
 */
export function guard(app: FastifyInstance, boundTo: string): void {
  const local = isLoopback(boundTo)
  app.addHook('onRequest', async (request, reply) => {
    const refused = (local ? foreignHost(request) : null) ?? crossSite(request)
    if (refused !== null) return sendProblem(request, reply, refused)
  })
}
