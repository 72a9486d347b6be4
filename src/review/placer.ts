import type { AlignedTexts, Place } from '../compare/align-texts.ts'
import { alignTexts } from '../compare/align-texts.ts'
import type { Anchor } from '../contract/index.ts'
import type { KnownText } from './known-text.ts'

/** Where an anchored place stands in the present text; null where that cannot be told. See `Place`. */
export type Placer = (anchor: Anchor) => Place | null

/**
 * Finds places of older readings again in the present text: at the same offsets where the text is the same, else by laying both texts
 * beside each other; where that does not tell, or the old text is not kept, by the words around.
 * @param older texts by their hash
 */
export const placer = (now: KnownText, older: ReadonlyMap<string, string>): Placer => {
  const aligned = new Map<string, AlignedTexts>()
  const alignedFrom = (hash: string): AlignedTexts | null => {
    const known = aligned.get(hash)
    const text = older.get(hash)
    if (known !== undefined || text === undefined) return known ?? null
    const made = alignTexts(text, now.text)
    aligned.set(hash, made)
    return made
  }
  return anchor => {
    const { start, end, text } = anchor
    if (text === now.hash) return { start, end, exact: true }
    const texts = alignedFrom(text)
    if (texts === null) return byContext(anchor, now.text)
    const place = texts.forward(anchor)
    if (start === end) return atLineOf(place.end, now.text)
    return place.exact ? place : (byContext(anchor, now.text) ?? place)
  }
}

/** A place without words is that of a line. */
const atLineOf = (offset: number, text: string): Place => {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return { start, end: start, exact: true }
}

const byContext = ({ before, quote, after }: Anchor, text: string): Place | null => {
  const context = before + quote + after
  const at = text.indexOf(context)
  if (quote === '' || at < 0 || text.indexOf(context, at + 1) >= 0) return null
  const start = at + before.length
  return { start, end: start + quote.length, exact: true }
}
