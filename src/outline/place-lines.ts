import type { Element, Zone } from './block.ts'
import { opensAnnex, opensFoot, readFoot } from './foot-zone.ts'
import { MOTTO, NATION } from './form-patterns.ts'
import { readHead } from './head-zone.ts'
import type { Line } from './line.ts'
import type { PlacedLine } from './paragraphs.ts'

/** A head may follow that many lines after a foot: the head of an attached document. */
const ATTACHED_HEAD = 6

/** Tells head, body and foot apart; a decision with an attached plan has several of each. */
export const placeLines = (lines: readonly Line[]): PlacedLine[] => {
  const placed: PlacedLine[] = []
  const place = (zone: Zone, elements: readonly (Element | null)[]): void => {
    for (const element of elements) {
      const line = lines[placed.length]
      if (line !== undefined) placed.push({ zone, element, ...line })
    }
  }
  place('head', readHead(lines, 0))
  let afterFoot = false
  while (placed.length < lines.length) {
    const at = placed.length
    if (opensFoot(lines, at)) {
      place('foot', readFoot(lines, at))
      place('head', attachedHead(lines, placed.length))
      afterFoot = true
    } else {
      const annex = opensAnnex(lines, at) || (afterFoot && isAttachedTitle(lines[at]))
      place('body', [annex ? 'annex' : null])
      afterFoot = false
    }
  }
  return placed
}

/** Quốc hiệu, agency and number of a document attached after the signature; its type line and title open an annex. */
const attachedHead = (lines: readonly Line[], from: number): Element[] => {
  const hasHead = lines
    .slice(from, from + ATTACHED_HEAD)
    .some(line => NATION.test(line.folded) || MOTTO.test(line.folded))
  if (!hasHead) return []
  const elements = readHead(lines, from)
  const title = elements.indexOf('type')
  return title < 0 ? elements : elements.slice(0, title)
}

/** The title of a document attached after the signature: `KẾ HOẠCH PHÁT TRIỂN KINH TẾ TẬP THỂ NĂM 2009`. */
const isAttachedTitle = (line: Line | undefined): boolean =>
  line?.upper === true && !line.row && (line.marker === null || line.marker.rank > 8.5)
