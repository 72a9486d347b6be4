import { anyOf, references } from '../document-rules.ts'

const MOST_WORDS = 14
const STOP = new RegExp(`^${anyOf(references.issuerStops)}`, 'u')
const NEXT_REFERENCE = new RegExp(
  `^(?:và|,|;)\\s(?:số\\s|\\d|${references.kinds.map(kind => kind.name).join('\\s|')}\\s|(?:${references.kinds.map(kind => kind.name.toLowerCase()).join('|')})\\s)`,
  'u',
)

/**
 * The agency in `của Bộ Kế hoạch và Đầu tư về việc …`, which a reference goes on with; `text` starts right after the number
 * or the date. Null when no agency follows.
 */
export const issuerAfter = (text: string): string | null => {
  const opening = /^\)?\s?,?\s?của\s(?=\p{Lu})/u.exec(text)
  if (opening === null) return null
  const rest = text.slice(opening[0].length)
  const joint = /^Liên [Bb]ộ /u.test(rest)
  let end = 0
  for (let words = 0; words < MOST_WORDS && end < rest.length; words++) {
    const at = end === 0 ? 0 : end + 1
    const ahead = rest.slice(at, at + 60)
    if (at > 0 && (STOP.test(ahead) || endsBefore(ahead))) break
    const word = /^[^\s,.;:()"]+/u.exec(ahead)?.[0] ?? ''
    if (word === '') break
    end = at + word.length
    const next = rest.charAt(end)
    if (next === ' ') continue
    if (!(next === ',' && joint && /^,\s(?:Bộ|Ban|Tổng)\s/u.test(rest.slice(end)))) break
    end++
  }
  const issuer = rest.slice(0, end).replace(/[\s,-]+$/u, '')
  return issuer === '' ? null : issuer
}

/** `và` that opens the next reference (`và Kế hoạch số 115/…`) does not belong to the name (`Kế hoạch và Đầu tư`). */
const endsBefore = (ahead: string): boolean =>
  NEXT_REFERENCE.test(ahead) && (/^và (?:số|\d)/u.test(ahead) || /\d|(?<!\p{L})này(?!\p{L})/u.test(ahead.slice(0, 40)))
