/** Control characters that plain text may hold: tab, line breaks, form feed, the end-of-file mark of DOS, escape. */
const TEXT_CONTROLS = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b])

/** Of a text's bytes, at most one in this many may be another control character. */
const CONTROLS_ONE_IN = 100

/**
 * Whether bytes (or UTF-16 units) look like text of any encoding: no NUL and hardly a control character.
 * Bytes of UTF-16 do not, they must be decoded first.
 */
export function looksLikeText(codes: Uint8Array | string): boolean {
  let controls = 0
  for (let i = 0; i < codes.length; i++) {
    const code = typeof codes === 'string' ? codes.charCodeAt(i) : (codes[i] ?? 0)
    if (code === 0) return false
    if ((code < 0x20 && !TEXT_CONTROLS.has(code)) || code === 0x7f) controls++
  }
  return controls * CONTROLS_ONE_IN <= codes.length
}
