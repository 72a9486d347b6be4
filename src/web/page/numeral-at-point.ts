import { caretAt } from './caret-at.ts'
import type { PageNumeral } from './marked.ts'
import { numeralAround } from './numeral-around.ts'
import { wordsBetween } from './words-between.ts'

/** CSS pixels around a number that count as on it. */
const NEAR = 3

/** The number that stands at a point of the screen on a page with words; null where none does. */
export function numeralAtPoint(x: number, y: number): PageNumeral | null {
  const caret = caretAt(x, y)
  const layer = caret?.node.parentElement?.closest('.sheet-words')
  const sheet = layer?.closest<HTMLElement>('.sheet')
  if (caret === null || !(caret.node instanceof Text) || layer == null || sheet == null) return null
  const found = numeralAround(caret.node.data, caret.offset)
  if (found === null) return null

  const range = new Range()
  range.setStart(caret.node, found.start)
  range.setEnd(caret.node, found.end)
  const isOn = [...range.getClientRects()].some(
    ({ left, top, right, bottom }) => x >= left - NEAR && x <= right + NEAR && y >= top - NEAR && y <= bottom + NEAR,
  )
  if (!isOn) return null
  return { page: Number(sheet.dataset.page), at: { between: wordsBetween(layer, range) } }
}
