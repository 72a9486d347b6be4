import type { FastifyInstance } from 'fastify'
import { newSession, SESSION_COOKIE, SESSION_SECONDS, sameSecret } from './session.ts'
import { localAddress, sendSignInPage } from './sign-in-page.ts'

const STYLE = `body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; display: grid; place-items: center; min-height: 100vh }
main { width: min(20rem, 90vw) }
label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit }
input, button { padding: .5rem; margin: .25rem 0 1rem }
[role=alert] { border-left: .25rem solid #b00020; padding-left: .5rem }
`

/**
 * Signing in from a browser: the form's token is exchanged for a cookie that scripts cannot read and that no other site
 * can have sent. The token stands in no address, so it is in no history and no log.
 */
export async function signIn(app: FastifyInstance, options: { readonly token: string }): Promise<void> {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 4096 },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  )

  app.get('/sign-in.css', { config: { public: true }, schema: { hide: true } }, (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(STYLE),
  )

  app.post('/sign-in', { config: { public: true }, schema: { hide: true } }, (request, reply) => {
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
    const next = localAddress(form.get('next') ?? '/')
    if (!sameSecret((form.get('token') ?? '').trim(), options.token)) {
      request.log.warn('a sign-in with a wrong token')
      return sendSignInPage(request, reply, true, next)
    }
    const attributes = [
      `${SESSION_COOKIE}=${newSession(options.token, Date.now())}`,
      'Path=/',
      `Max-Age=${SESSION_SECONDS}`,
      'HttpOnly',
      'SameSite=Strict',
      ...(request.protocol === 'https' ? ['Secure'] : []),
    ]
    return reply.header('set-cookie', attributes.join('; ')).redirect(next, 303)
  })
}
