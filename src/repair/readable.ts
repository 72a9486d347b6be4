import type { Extraction } from '../contract/index.ts'
import { EditedText } from './edits.ts'
import { lift } from './lift.ts'

/** The text of an extraction with all repairs made. */
export const readableText = ({ text, repairs }: Pick<Extraction, 'text' | 'repairs'>): string =>
  repairs.length === 0 ? text : new EditedText(text, repairs).text

/** An extraction with all repairs made: its text readable, all offsets in that. To be shown, not to be kept. */
export const readable = (extraction: Extraction): Extraction => {
  const { text, repairs, ...found } = extraction
  if (repairs.length === 0) return extraction
  const edited = new EditedText(text, repairs)
  return { ...lift(found, span => edited.forward(span)), text: edited.text, repairs: [] }
}
