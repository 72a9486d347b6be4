import type { Span } from '../contract/index.ts'
import { countWhile } from '../sorted.ts'
import { alignTokens } from './align-tokens.ts'

/**
 * Where a stretch of one text stands in another. `exact` says that its words are the same; else it is the stretch between the
 * nearest common words that holds whatever stands there instead.
 */
export type Place = Span & { readonly exact: boolean }

/** Two readings of one document, laid beside each other. Offsets are UTF-16 offsets into either text. */
export interface AlignedTexts {
  readonly same: boolean
  /** The place in the second text of a stretch of the first. */
  forward(span: Span): Place
}

/** Lays two texts of one document beside each other by their words and numerals. Texts that are the same cost nothing. */
export const alignTexts = (before: string, after: string): AlignedTexts => {
  if (before === after) return { same: true, forward: ({ start, end }) => ({ start, end, exact: true }) }
  const [one, other] = [tokensOf(before), tokensOf(after)]
  const common = alignTokens(words(one), words(other)).flatMap(([x, y]) => {
    const [mine, its] = [one[x], other[y]]
    return mine === undefined || its === undefined ? [] : [{ mine, its }]
  })
  return {
    same: false,
    forward({ start, end }) {
      const first = countWhile(common, ({ mine }) => mine.end <= start)
      const behind = countWhile(common, ({ mine }) => mine.start < end)
      const head = common[first]
      const tail = common[behind - 1]
      const covered = head !== undefined && tail !== undefined && first < behind
      const starts = covered && head.mine.start <= start
      const ends = covered && tail.mine.end >= end
      const place = {
        start: starts ? head.its.start + (start - head.mine.start) : (common[first - 1]?.its.end ?? 0),
        end: ends ? tail.its.end - (tail.mine.end - end) : (common[behind]?.its.start ?? after.length),
      }
      const isWhole = (tokens: readonly Token[], span: Span) => tokensWithin(tokens, span) === behind - first
      return { ...place, exact: starts && ends && isWhole(one, { start, end }) && isWhole(other, place) }
    },
  }
}

interface Token extends Span {
  readonly text: string
}

/** A word, a numeral with its separators, or a single other sign. */
const TOKEN = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+|[^\s\p{L}\p{M}\p{N}]/gu

const tokensOf = (text: string): Token[] =>
  Array.from(text.matchAll(TOKEN), m => ({ start: m.index, end: m.index + m[0].length, text: m[0] }))

const words = (tokens: readonly Token[]): string[] => tokens.map(({ text }) => text)

const tokensWithin = (tokens: readonly Token[], { start, end }: Span): number =>
  countWhile(tokens, t => t.start < end) - countWhile(tokens, t => t.end <= start)
