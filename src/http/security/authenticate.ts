import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { problem } from '../../problem.ts'
import { sendProblem } from '../errors.ts'
import type { Principal } from './principal.ts'
import { hasSession, sameSecret } from './session.ts'
import { sendSignInPage, wantsPage } from './sign-in-page.ts'

const bearer = (header: string | undefined): string | null => /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1] ?? null

/**
 * The one place that decides on whose behalf a request is made. Without a configured token the server is bound to this
 * machine, and whoever uses the machine is the user.
 */
const principalOf = (request: FastifyRequest, token: string | null): Principal | null => {
  if (token === null) return { via: 'loopback' }
  const sent = bearer(request.headers.authorization)
  if (sent !== null && sameSecret(sent, token)) return { via: 'bearer' }
  if (hasSession(request.headers.cookie, token, Date.now())) return { via: 'session' }
  return null
}

/** Asks every request for the token, but for routes that are marked public; a browser is asked for it by a page. */
export function authenticate(app: FastifyInstance, token: string | null): void {
  app.decorateRequest('principal', null)
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    request.principal = principalOf(request, token)
    if (request.principal !== null || request.routeOptions.config.public === true) return
    reply.header('www-authenticate', 'Bearer realm="trichluc"')
    if (wantsPage(request)) return sendSignInPage(request, reply, false)
    return sendProblem(request, reply, problem('unauthorised'))
  })
}
