import { anyOf, format } from './document-rules.ts'

/**
 * Patterns of the parts of an administrative document, for folded text (no marks, lower case). All of them run in linear
 * time: no repetition stands inside another over the same characters.
 */
export const NATION = /c\S?ng h\S{1,3} x\S{1,2} h\S{1,3} ch\S{1,2} ngh\S{1,2}a v\S{2,3} nam/u
export const MOTTO = /d\S?c l\S?p\s?[-.,]?\s?t\S{1,2} do\s?[-.,]?\s?h\S?nh ph\S?c/u
export const PARTY = /^dang cong san viet nam$/u

/** `So: 155/KH-UBND`, `Luat so: 18/2003/QH11`, `So:   /KH-UBND`, `SỐ:    99/ 1998/TT-BTC`. */
export const NUMBER =
  /^(?:(?<kind>luat|phap lenh|nghi quyet) )?s[o0]\s?[:.]?\s?(?<number>[\d.…]{1,9}\s?[a-z]?)?\s?(?<dash>[-/])\s?(?<rest>[\p{L}\d&]+(?:\s?[-/.]\s?[\p{L}\d&]+){0,5})/u

export const PLACE_DATE =
  /(?<place>\p{L}[\p{L} .'-]{1,38}?)\s?,\s?ng[a-z]{1,2}y?\s?(?<day>[\d.…_ ]{0,12})\s?th[a-z]{1,3}g?\s?(?<month>[\d.…_ ]{0,12})\s?n[a-z]m\s?(?<year>[\d.…_ ]{2,12})/u

export const RECIPIENTS = /^noi nhan\s?[:.]?/u
export const CAPACITY =
  /^(?:t\s?[.,/]?\s?m|k\s?[.,/]?\s?t|t\s?[.,/]?\s?l|t\s?[.,]?\s?u\s?[.,]?\s?q|q)\s?[.,/]\s?(?=\p{L}{2})|^[tk]\/[mtl] (?=\p{L}{2})/u
export const SIGNED = /^\(?\s?(?:da ky|ky ten|ky, dong dau|ky va dong dau|ky ten, dong dau)(?![\p{L}])/u
export const SUBJECT = /^(?:v\s?\/\s?v|ve viec)\s?:?\s/u
export const ADDRESSEE = /^kinh gui\s?:?/u

export const AGENCY = new RegExp(`^${anyOf(format.agencies)}`, 'u')
export const PREAMBLE = new RegExp(`^${anyOf(format.preamble)}`, 'u')
export const AUTHORITY = new RegExp(`^${anyOf(format.authorities)}`, 'u')
export const ENACTING = new RegExp(`^(?:${format.enacting.join('|')})\\s?:?$`, 'u')
export const SECRECY = new RegExp(`^\\(?(?:${format.secrecy.join('|')})(?: lan (?:thu )?\\S{1,4})?\\)?$`, 'u')
export const POSITION = new RegExp(`^${anyOf(format.positions)}`, 'u')

/** `Phu luc 1`, `Bieu so 02/KTTT`, `Phu luc so: I`, with what follows on the line. */
export const ANNEX = new RegExp(
  `^${anyOf(format.annexes)}(?:\\s?[:.]?\\s?(?:[ivx]{1,5}|\\d{1,3}[a-z]?|[a-h])(?![\\p{L}])(?:[./-][\\p{L}\\d-]{1,12}){0,2})?\\s?[:.–-]?\\s?`,
  'u',
)
