import type { Span } from '../contract/index.ts'
import type { Block } from '../outline/block.ts'
import type { MappedText } from '../repair/mapped-text.ts'
import type { Above, Excerpt } from './draft.ts'
import { plain, withMark } from './marked-text.ts'

/** The headings and lead-ins that a block stands under, the outermost first. */
export const headingsOf = (blocks: readonly Block[], block: Block): Block[] => {
  const chain: Block[] = []
  for (let at = block.parent; at !== null; ) {
    const parent: Block | undefined = blocks[at]
    if (parent === undefined) break
    chain.unshift(parent)
    at = parent.parent
  }
  return chain
}

export const aboveOf = (blocks: readonly Block[]): Above[] =>
  blocks.flatMap(({ content, level, kind }) => {
    const text = plain(content.text).trim()
    return text === '' ? [] : [{ text, level, leadIn: kind !== 'heading' }]
  })

export const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.map(({ content }) => plain(content.text).trim()).filter(text => text !== '')

/** The block of running text that a place is in; the first one where it reaches over several. */
export const blockAt = (blocks: readonly Block[], place: Span): Block | null =>
  blocks.find(({ content: { starts, ends } }) => {
    const [start, end] = [starts[0], ends.at(-1)]
    return start !== undefined && end !== undefined && start < place.end && place.start < end
  }) ?? null

/**
 * The place in its sentence, in its paragraph up to the end of the sentence, and in its whole paragraph; each under the headings above.
 * None where no character of the paragraph is of the place.
 */
export const proseExcerpts = (blocks: readonly Block[], block: Block, place: Span): Excerpt[] => {
  const { content } = block
  const mark = markIn(content, place)
  if (mark === null) return []
  const { text } = content
  const { start, end } = sentenceAround(text, mark)
  const above = aboveOf(headingsOf(blocks, block))
  const cut = (from: number, to: number) =>
    withMark(text.slice(from, to), { start: mark.start - from, end: mark.end - from }).trim()
  return [...new Set([cut(start, end), cut(0, end), cut(0, text.length)])].map(example => ({ above, example }))
}

/** The characters of a content that stand for a place. */
const markIn = ({ starts, ends }: MappedText, place: Span): Span | null => {
  let start = -1
  let end = -1
  for (let i = 0; i < starts.length; i++) {
    if ((starts[i] ?? 0) >= place.end || (ends[i] ?? 0) <= place.start) continue
    if (start < 0) start = i
    end = i + 1
  }
  return start < 0 ? null : { start, end }
}

/** A stop or semicolon between two sentences; not that of `1.840` or `TP. Huế`. */
const END_OF_SENTENCE = /[.;!?]\s+(?=["“(]?\p{Lu}|[-+]\s)/gu

const sentenceAround = (text: string, mark: Span): Span => {
  let start = 0
  for (const { index, 0: stop } of text.matchAll(END_OF_SENTENCE)) {
    if (index + stop.length <= mark.start) start = index + stop.length
    else if (index >= mark.end) return { start, end: index + 1 }
  }
  return { start, end: text.length }
}
