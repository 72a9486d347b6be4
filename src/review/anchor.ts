import type { Anchor, Span } from '../contract/index.ts'
import type { KnownText } from './known-text.ts'

/** Characters that are kept of the text before and behind a place. */
const CONTEXT = 40

/** A place of a text, with what stands there and around it. */
export const anchorOf = ({ text, hash }: KnownText, { start, end }: Span, record: string | null): Anchor => ({
  start,
  end,
  text: hash,
  record,
  quote: text.slice(start, end),
  before: text.slice(Math.max(0, start - CONTEXT), start),
  after: text.slice(end, end + CONTEXT),
})
