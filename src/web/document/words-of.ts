import type { Observation } from '../../contract/index.ts'
import { cellAddress } from './cell-address.ts'

/** Words of the document around a record's number, cut in three at the number. */
export interface Words {
  readonly before: string
  readonly number: string
  readonly after: string
}

/** Farther words would push the number out of its row. */
const FARTHEST = 120

const oneLine = (words: string): string => words.replace(/\s+/g, ' ')

/** The record's quote, with the words that named its indicator where the quote leaves them out. */
export const quoteOf = (record: Observation, text: string): string => {
  const { quote, cell } = record.evidence
  if (cell !== null) return quote
  const { before, number, after } = wordsOf(record, text)
  const words = `${before}${number}${after}`
  if (quote.includes(words)) return quote
  if (quote.startsWith(number)) return `${before}${quote}`
  return words.includes(quote) ? words : quote
}

/** What of the words before a number a narrow row can show without pushing the number out of sight. */
const SHOWN_BEFORE = 26

/** The last whole words before a number, after an ellipsis where there are more. */
export const lastWords = (before: string): string =>
  before.length <= SHOWN_BEFORE ? before : `… ${before.slice(-SHOWN_BEFORE).replace(/^\S*\s/, '')}`

/**
 * The words that a record came from: those that named its indicator, with the number; the quote where they stand apart. The
 * words beside a cell are its neighbours' numbers: its headers say what it is.
 * @param text as read, which the record's offsets point into
 */
export const wordsOf = (record: Observation, text: string): Words => {
  const { start, end, quote, cell } = record.evidence
  const number = oneLine(text.slice(start, end))
  if (cell !== null) {
    const nearest = { ...cell, rowHeader: cell.rowHeader.slice(-1) }
    return { before: '', number, after: ` · ${cellAddress(nearest)}` }
  }
  const { start: from = start, end: to = end } = record.because.indicator ?? {}
  const near = (from < start || to > end) && start - from <= FARTHEST && to - end <= FARTHEST
  if (near) {
    return {
      before: oneLine(text.slice(Math.min(from, start), start)),
      number,
      after: oneLine(text.slice(end, Math.max(to, end))),
    }
  }
  const at = quote.indexOf(number)
  if (at === -1) return { before: '', number, after: '' }
  return { before: quote.slice(0, at), number, after: quote.slice(at + number.length) }
}
