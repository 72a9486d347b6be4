import { ListCounter } from './list-counter.ts'
import type { List } from './list-definitions.ts'
import type { Numbering } from './paragraph-styles.ts'
import { escapeAttribute, xmlTags } from './xml-tags.ts'

/** Name of the bookmarks that carry a list label to the paragraph it belongs to; no writer of documents makes such names. */
const LABEL_BOOKMARK = 'list-label:'

/** The list label in a bookmark's name, null for a bookmark of the document's own. */
export const labelOfBookmark = (name: string): string | null =>
  name.startsWith(LABEL_BOOKMARK) ? name.slice(LABEL_BOOKMARK.length) : null

interface OpenParagraph {
  styleId: string | null
  numId: string | null
  depth: number | null
}

/**
 * Word numbers lists when it shows them, the labels stand nowhere in the text. This counts them and puts each at the
 * beginning of its paragraph, as a bookmark's name.
 * @param xml `word/document.xml`; it comes back with the bookmarks, otherwise unchanged
 */
export function labelParagraphs(
  xml: string,
  lists: ReadonlyMap<string, List>,
  styles: ReadonlyMap<string, Numbering>,
): string {
  const counter = new ListCounter(lists)
  const pieces: string[] = []
  let copied = 0
  let paragraph: OpenParagraph | null = null
  let unread: string | null = null
  for (const tag of xmlTags(xml)) {
    if (unread !== null) {
      if (tag.kind === 'close' && tag.name === unread) unread = null
    } else if (tag.kind === 'open' && UNREAD.has(tag.name)) {
      unread = tag.name
    } else if (tag.name === 'w:pPr' && tag.kind === 'open') {
      paragraph = { styleId: null, numId: null, depth: null }
    } else if (tag.name === 'w:pPr' && tag.kind === 'close' && paragraph !== null) {
      const label = labelOf(paragraph, counter, styles)
      paragraph = null
      if (label === null) continue
      pieces.push(xml.slice(copied, tag.end), `<w:bookmarkStart w:name="${LABEL_BOOKMARK}${escapeAttribute(label)}"/>`)
      copied = tag.end
    } else if (paragraph !== null && tag.kind !== 'close') {
      const value = tag.attribute('w:val') ?? null
      if (tag.name === 'w:pStyle') paragraph.styleId = value
      else if (tag.name === 'w:numId') paragraph.numId = value
      else if (tag.name === 'w:ilvl') paragraph.depth = Number(value) || 0
    }
  }
  pieces.push(xml.slice(copied))
  return pieces.join('')
}

/** Elements that hold properties of earlier versions, or a second form of what their fallback says. */
const UNREAD = new Set(['w:pPrChange', 'mc:Choice'])

function labelOf(
  paragraph: OpenParagraph,
  counter: ListCounter,
  styles: ReadonlyMap<string, Numbering>,
): string | null {
  const style = paragraph.styleId === null ? undefined : styles.get(paragraph.styleId)
  const numId = paragraph.numId ?? style?.numId ?? null
  if (numId === null || numId === '0') return null
  return counter.next(numId, paragraph.depth ?? style?.depth ?? 0)
}
