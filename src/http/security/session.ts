import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export const SESSION_COOKIE = 'trichluc_session'
export const SESSION_SECONDS = 12 * 60 * 60

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Whether two texts are the same, in a time that does not tell how much of them is. */
export const sameSecret = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

const signature = (token: string, expires: number): string =>
  createHmac('sha256', digest(`session ${token}`))
    .update(String(expires))
    .digest('base64url')

/**
 * The value of a session's cookie: when it ends, signed with the token. It does not hold the token, and it ends with it.
 * @param now milliseconds since 1970
 */
export function newSession(token: string, now: number): string {
  const expires = now + SESSION_SECONDS * 1000
  return `${expires}.${signature(token, expires)}`
}

/** Whether a `Cookie` header holds a session that this token signed and that has not ended. */
export function hasSession(header: string | undefined, token: string, now: number): boolean {
  for (const pair of (header ?? '').split(';')) {
    const [name, value = ''] = pair.trim().split('=', 2)
    if (name !== SESSION_COOKIE) continue
    const [expires = '', signed = ''] = value.split('.', 2)
    if (!/^\d{1,15}$/.test(expires) || Number(expires) <= now) continue
    if (sameSecret(signed, signature(token, Number(expires)))) return true
  }
  return false
}
