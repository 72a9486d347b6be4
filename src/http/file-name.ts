const MAX_LENGTH = 200

/**
 * A file name from outside as people may see it: the last part of a path, composed (NFC), without control characters and
 * without the marks that turn the direction of writing (`fdp.exe` shown as `exe.pdf`). It is never used as a path.
 */
export function cleanFileName(name: string): string {
  const base = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const clean = base
    .replace(/[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
  const extension = /\.[^.]{1,10}$/.exec(clean)?.[0] ?? ''
  const stem = [...clean.slice(0, clean.length - extension.length)].slice(0, MAX_LENGTH - extension.length).join('')
  return stem + extension || 'document'
}

const percentEncode = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

/**
 * The header that makes a browser save an answer under a name (RFC 6266): in ASCII for old clients, and whole (RFC 8187).
 */
export function attachment(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return `attachment; filename="${ascii}"; filename*=UTF-8''${percentEncode(name)}`
}
