import type { PagePlace } from './marked.ts'
import { wordsBetween } from './words-between.ts'

const tenth = (points: number): number => Math.round(points * 10) / 10

/**
 * The words that are selected on a page of the pane, with those beside them and the box around them; null where none are. Of a selection over
 * several pages it is the part on the first.
 */
export function selectedPlace(pane: HTMLElement): PagePlace | null {
  const selection = getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const start = range.startContainer
  const layer = (start instanceof Element ? start : start.parentElement)?.closest('.sheet-words')
  const sheet = layer?.closest<HTMLElement>('.sheet')
  if (layer == null || sheet == null || !pane.contains(sheet)) return null

  const own = range.cloneRange()
  if (!layer.contains(own.endContainer)) own.setEndAfter(layer.lastChild ?? layer)
  const between = wordsBetween(layer, own)
  const frame = sheet.getBoundingClientRect()
  const rects = [...own.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
  if (between.words === '' || rects.length === 0) return null
  const scale = Number(sheet.style.getPropertyValue('--total-scale-factor'))
  const least = (of: (rect: DOMRect) => number): number => Math.min(...rects.map(of))
  const most = (of: (rect: DOMRect) => number): number => Math.max(...rects.map(of))
  return {
    page: Number(sheet.dataset.page),
    box: [
      tenth((least(rect => rect.left) - frame.left) / scale),
      tenth((least(rect => rect.top) - frame.top) / scale),
      tenth((most(rect => rect.right) - frame.left) / scale),
      tenth((most(rect => rect.bottom) - frame.top) / scale),
    ],
    between,
  }
}
