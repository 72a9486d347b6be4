import { gluedAt } from '../repair/syllable.ts'
import { NUMBER } from './digits.ts'

/** What a raw token is made of. */
export type TokenKind = 'word' | 'number' | 'sign'

/** A raw token; offsets into the tokenised text. */
export interface Token {
  readonly kind: TokenKind
  readonly start: number
  readonly end: number
}

const TOKEN = new RegExp(String.raw`(${NUMBER})|([\p{L}\p{M}]+)|\S`, 'gu')

/**
 * Cuts a text into words (runs of letters, or the syllables of a run that lost its blanks), numbers (digits with dots and
 * commas between them) and single signs. Blanks are left out. Linear.
 */
export const tokenise = (text: string): Token[] => {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  for (let m = TOKEN.exec(text); m !== null; m = TOKEN.exec(text)) {
    const kind = m[1] !== undefined ? 'number' : m[2] !== undefined ? 'word' : 'sign'
    let start = m.index
    for (const cut of kind === 'word' ? gluedAt(m[0]) : []) {
      tokens.push({ kind, start, end: m.index + cut })
      start = m.index + cut
    }
    tokens.push({ kind, start, end: m.index + m[0].length })
  }
  return tokens
}
