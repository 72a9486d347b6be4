import type { TextEdit } from '../edits.ts'
import { windows1252Byte } from './windows-1252.ts'

/** Characters that windows-1252 shows for the first byte of a letter of Vietnamese in UTF-8, with those for its other bytes. */
const DISGUISED =
  /(?:[\u00C2-\u00C6][\u0080-\u00BF\u0152-\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122\u017D\u017E\u0160\u0161]|[\u00E1\u00E2][\u0080-\u00BF\u0152-\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122\u017D\u017E\u0160\u0161]{2})/g

/** A single one may be anything. */
const LEAST = 3

const decoder = new TextDecoder('utf-8', { fatal: true })

const decoded = (shown: string): string | null => {
  const bytes = Array.from(shown, windows1252Byte)
  if (bytes.includes(-1)) return null
  try {
    return decoder.decode(Uint8Array.from(bytes))
  } catch {
    return null
  }
}

/**
 * Letters whose bytes in UTF-8 were shown one by one (`Cá»™ng hÃ²a`). The second byte of `à` is a blank that does not
 * break lines, which may have become an ordinary one. Linear.
 */
export const undisguise = (text: string): TextEdit[] => {
  const edits: TextEdit[] = []
  for (const { 0: shown, index } of text.matchAll(DISGUISED)) {
    const letter = decoded(shown)
    if (letter !== null && /^[\p{L}\p{M}\p{P}\u00A0]$/u.test(letter))
      edits.push({ start: index, end: index + shown.length, text: letter })
  }
  const letters = edits.filter(({ text: letter }) => /\p{L}/u.test(letter))
  if (letters.length < LEAST || letters.length * 20 < (text.match(/\p{L}+/gu)?.length ?? 0)) return []
  const blanks = [...text.matchAll(/Ã(?= |$)/gm)].map(({ index }) => ({ start: index, end: index + 1, text: 'à' }))
  return [...edits, ...blanks].sort((a, b) => a.start - b.start)
}
