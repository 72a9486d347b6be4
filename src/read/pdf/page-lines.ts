import type { Box } from '../../contract/index.ts'
import { largest, smallest } from '../extremes.ts'
import { boxOnPage, type PageSize, type Turn } from './frame.ts'
import type { PagePieces, Piece } from './page-pieces.ts'
import { isLeftOf, type Region, regionsOf } from './regions.ts'
import { type SegmentedLine, segmentLine } from './segments.ts'
import { tableRows } from './table-rows.ts'
import { visualLines } from './visual-lines.ts'

/** A line of a page in reading order. */
export interface PageLine {
  readonly text: string
  /** `row`: cells set apart by tabs. `block`: in one of two blocks side by side. */
  readonly kind: 'running' | 'block' | 'row'
  readonly page: number
  readonly size: number
  /** In the frame of the text's direction, in points from its upper left corner. */
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** Size of that frame. */
  readonly frame: PageSize
  /** The place on the page as it is shown. */
  readonly box: Box
}

/** How far letters reach above and below the baseline, in font sizes. */
const ASCENT = 0.9
const DESCENT = 0.22

/** The lines of a page: those of its main direction first, then text that runs in others (stamps, turned tables). */
export function pageLines(page: number, { size, directions }: PagePieces): PageLine[] {
  return directions.flatMap(({ turn, pieces }) => linesInFrame(page, size, turn, pieces))
}

function linesInFrame(page: number, pageSize: PageSize, turn: Turn, pieces: readonly Piece[]): PageLine[] {
  const frame = turn % 2 === 0 ? pageSize : { width: pageSize.height, height: pageSize.width }
  const line = (text: string, kind: PageLine['kind'], lines: readonly SegmentedLine[]): PageLine => {
    const segments = lines.flatMap(each => each.segments)
    const left = smallest(segments.map(segment => segment.left))
    const right = largest(segments.map(segment => segment.right))
    const top = smallest(lines.map(each => each.baseline - ASCENT * each.size))
    const bottom = largest(lines.map(each => each.baseline + DESCENT * each.size))
    const { size, baseline } = lines[0] ?? { size: 0, baseline: 0 }
    return {
      text,
      kind,
      page,
      size,
      left,
      right,
      baseline,
      frame,
      box: boxOnPage(turn, pageSize, [left, top, right, bottom]),
    }
  }
  return regionsOf(visualLines(pieces).map(segmentLine)).flatMap(region => linesOfRegion(region, line))
}

function linesOfRegion(
  region: Region,
  line: (text: string, kind: PageLine['kind'], lines: readonly SegmentedLine[]) => PageLine,
): PageLine[] {
  switch (region.kind) {
    case 'running':
      return region.lines.map(each => line(textOf(each), 'running', [each]))
    case 'table':
      return tableRows(region.lines).map(row => line(row.cells.join('\t'), 'row', row.lines))
    case 'side-by-side': {
      const part = (keep: (segment: SegmentedLine['segments'][number]) => boolean) =>
        region.lines
          .map(each => ({ ...each, segments: each.segments.filter(keep) }))
          .filter(each => each.segments.length > 0)
          .map(each => line(textOf(each), 'block', [each]))
      return [
        ...part(segment => isLeftOf(segment, region.gutter)),
        ...part(segment => !isLeftOf(segment, region.gutter)),
      ]
    }
  }
}

const textOf = (line: SegmentedLine): string => line.segments.map(segment => segment.text).join(' ')
