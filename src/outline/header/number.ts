import { fold } from '../../repair/fold.ts'
import { NUMBER } from '../form-patterns.ts'

export interface DocumentNumber {
  readonly number: string | null
  readonly symbol: string | null
}

/** Reads `Số: 155/KH-UBND`; where the number was left blank (`Số:   /KH-UBND`) the symbol stands alone. */
export const readNumber = (line: string): DocumentNumber => {
  const match = NUMBER.exec(fold(line))
  const rest = match?.groups?.rest
  if (match === null || rest === undefined) return { number: null, symbol: null }
  const symbol = line.slice(match[0].length - rest.length, match[0].length).replace(/\s*([-/.])\s*/gu, '$1')
  const digits = (match.groups?.number ?? '').replace(/[.…\s]/g, '')
  const withoutYear = symbol.replace(/^(?:19|20)\d\d\//, '')
  return { number: /\d/.test(digits) ? `${digits}${match.groups?.dash ?? '/'}${symbol}` : null, symbol: withoutYear }
}
