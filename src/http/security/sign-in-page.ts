import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Bilingual, Language } from '../../contract/index.ts'
import { languageOf } from '../language.ts'

const TEXTS: Readonly<Record<'title' | 'token' | 'submit' | 'wrong', Bilingual>> = {
  title: { vi: 'Đăng nhập', en: 'Sign in' },
  token: { vi: 'Mã truy cập', en: 'Access token' },
  submit: { vi: 'Vào', en: 'Enter' },
  wrong: { vi: 'Mã truy cập không đúng.', en: 'The access token is not right.' },
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)

/** Whether a person is opening a page, as against a program that asks for data. */
export const wantsPage = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') &&
  !request.url.startsWith('/v1/') &&
  (request.headers.accept ?? '').includes('text/html')

/** An address of this server to go to after signing in; anything else becomes the first page. */
export const localAddress = (address: string): string => (/^\/(?![/\\])[\x21-\x7e]*$/.test(address) ? address : '/')

const page = (language: Language, next: string, wrong: boolean): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TEXTS.title[language]} · trichluc</title>
<link rel="stylesheet" href="/sign-in.css">
</head>
<body>
<main>
<h1>trichluc</h1>
${wrong ? `<p role="alert">${TEXTS.wrong[language]}</p>` : ''}
<form method="post" action="/sign-in">
<input type="hidden" name="next" value="${escapeHtml(next)}">
<label>${TEXTS.token[language]}
<input type="password" name="token" required autofocus autocomplete="current-password">
</label>
<button type="submit">${TEXTS.submit[language]}</button>
</form>
</main>
</body>
</html>
`

/**
 * Answers with the form that asks for the token, 401.
 * @param wrong whether the one that was just given is wrong
 * @param next where to go afterwards
 */
export function sendSignInPage(
  request: FastifyRequest,
  reply: FastifyReply,
  wrong: boolean,
  next: string = request.url,
): FastifyReply {
  const language = languageOf(request.query, request.headers['accept-language'])
  return reply
    .code(401)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page(language, localAddress(next), wrong))
}
