import type { Span } from '../../contract/index.ts'
import { caretAt } from '../page/caret-at.ts'
import { numeralAround } from '../page/numeral-around.ts'

/** Where a place of the drawn text stands in the text; null outside of it. */
const offsetOf = (node: Node, offset: number): number | null => {
  const element = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]')
  if (element == null) return null
  const range = new Range()
  range.selectNodeContents(element)
  range.setEnd(node, offset)
  return Number(element.dataset.start) + range.toString().length
}

/** The stretch of the text that is selected in the pane, without the white space at its ends; null where nothing is. */
export const selectedSpan = (pane: HTMLElement, text: string): Span | null => {
  const selection = getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!pane.contains(range.startContainer) || !pane.contains(range.endContainer)) return null
  const start = offsetOf(range.startContainer, range.startOffset)
  const end = offsetOf(range.endContainer, range.endOffset)
  return start === null || end === null || start >= end ? null : trimmed(text, { start, end })
}

const trimmed = (text: string, { start, end }: Span): Span | null => {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  const to = end - (words.length - words.trimEnd().length)
  return from < to ? { start: from, end: to } : null
}

/** The numeral at a point of the screen; null where there is none. */
export const numeralAt = (x: number, y: number, text: string): Span | null => {
  const at = caretAt(x, y)
  const offset = at === null ? null : offsetOf(at.node, at.offset)
  return offset === null ? null : numeralAround(text, offset)
}
