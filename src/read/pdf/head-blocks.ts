import { smallest } from '../extremes.ts'
import { joinLines } from './join-lines.ts'
import type { Part, SegmentedLine } from './segments.ts'

/** Lines under each other in the head of a table that are one text, in points. */
export interface HeadBlock {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Top of the letters of its first line, bottom of those of its last. */
  readonly top: number
  readonly bottom: number
}

interface OpenBlock {
  readonly texts: string[]
  left: number
  right: number
  readonly top: number
  baseline: number
  readonly size: number
}

/** Lines of one text stand at most so far apart, in font sizes, and so much further than the nearest lines of the head. */
const MAX_LINE_PITCH = 1.35
const MORE_THAN_LEAST = 1.15

/** Body of the letters without ascenders, and what baselines of texts side by side may differ, in font sizes. */
const LETTER_BODY = 0.65
const SAME_HEIGHT = 0.5

const overlap = (one: { left: number; right: number }, other: { left: number; right: number }): boolean =>
  one.left < other.right && one.right > other.left

/** Puts the lines of a head together to texts. A text that two others stand under, side by side, goes on in neither. */
export function headBlocks(lines: readonly SegmentedLine[]): HeadBlock[] {
  const segments = lines.flatMap(line => line.segments.map(segment => ({ ...segment, size: line.size })))
  segments.sort((one, other) => one.baseline - other.baseline || one.left - other.left)
  const pitches = segments.flatMap((segment, i) => pitchBelow(segment, segments.slice(i + 1)))
  const least = MORE_THAN_LEAST * smallest(pitches)
  const blocks: OpenBlock[] = []
  for (const segment of segments) {
    const { text, left, right, baseline, size } = segment
    const limit = Math.min(MAX_LINE_PITCH * size, least)
    const above = blocks.filter(block => overlap(block, segment) && baseline - block.baseline <= limit)
    const [block] = above
    const beside = segments.filter(
      other =>
        other !== segment &&
        Math.abs(other.baseline - baseline) < SAME_HEIGHT * size &&
        block !== undefined &&
        overlap(other, block),
    )
    if (block !== undefined && above.length === 1 && beside.length === 0) {
      block.texts.push(text)
      block.left = Math.min(block.left, left)
      block.right = Math.max(block.right, right)
      block.baseline = baseline
    } else blocks.push({ texts: [text], left, right, top: baseline - LETTER_BODY * size, baseline, size })
  }
  return blocks.map(({ texts, left, right, top, baseline }) => ({
    text: joinLines(texts),
    left,
    right,
    top,
    bottom: baseline,
  }))
}

/** The distance to the next text under one. */
function pitchBelow(segment: Part & { size: number }, later: readonly Part[]): number[] {
  const below = later.find(
    other => overlap(other, segment) && other.baseline - segment.baseline > SAME_HEIGHT * segment.size,
  )
  return below === undefined ? [] : [below.baseline - segment.baseline]
}
