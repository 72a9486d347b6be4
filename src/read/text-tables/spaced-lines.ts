import type { SourceLine } from '../source-document.ts'
import { isDrawn } from './divided-rows.ts'
import { isDatum } from './text-row.ts'

/** A stretch of a line without a wide gap in it. `left` and `right` count characters from the line's start. */
export interface Segment {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly left: number
  readonly right: number
  readonly datum: boolean
}

/** A line of a text that is set in columns with blanks. */
export interface SpacedLine {
  readonly line: SourceLine
  readonly segments: readonly Segment[]
  /** Lines of white space or rules before it. */
  readonly gap: number
  readonly ruledAbove: boolean
}

/** So many blanks set cells apart; one between words, as typists set, never does. */
const WIDE = / {2,}|\u3000/

/** A run of lines that may hold a table is broken by more white space than this. */
const MAX_GAP = 2

/** Lines with more characters than this are running text. */
const LONGEST = 400

/** The lines of a text in runs that are not broken by much white space, cut into segments. */
export const spacedRuns = (text: string, lines: readonly SourceLine[]): SpacedLine[][] => {
  const runs: SpacedLine[][] = []
  let open: SpacedLine[] = []
  let gap = 0
  let ruled = false
  const close = () => {
    if (open.length > 0) runs.push(open)
    open = []
  }
  for (const line of lines) {
    if (line.role !== 'body') continue
    const raw = text.slice(line.start, line.end)
    if (raw.trim() === '' || isDrawn(raw)) {
      gap++
      ruled ||= raw.trim() !== ''
      continue
    }
    if (raw.length > LONGEST) {
      close()
      continue
    }
    if (gap > MAX_GAP) close()
    open.push({ line, segments: segmentsOf(raw, line.start), gap, ruledAbove: ruled })
    gap = 0
    ruled = false
  }
  close()
  return runs
}

const segmentsOf = (raw: string, offset: number): Segment[] => {
  const segments: Segment[] = []
  const widthTo = widths(raw)
  for (let at = 0; at < raw.length; ) {
    const blanks = /^[\s\u00A0]+/.exec(raw.slice(at))?.[0].length ?? 0
    at += blanks
    if (at >= raw.length) break
    const rest = raw.slice(at)
    const gap = WIDE.exec(rest)
    const text = (gap === null ? rest : rest.slice(0, gap.index)).trimEnd()
    const to = at + text.length
    segments.push({
      text,
      start: offset + at,
      end: offset + to,
      left: widthTo(at),
      right: widthTo(to),
      datum: isDatum(text),
    })
    at += gap === null ? rest.length : gap.index
  }
  return segments
}

/** Places on the line as printed: a mark that composes with the letter before it takes none. */
const widths = (raw: string): ((at: number) => number) => {
  if (!/\p{M}/u.test(raw)) return at => at
  const places = [0]
  for (let i = 0; i < raw.length; i++) places.push((places[i] ?? 0) + (/\p{M}/u.test(raw.charAt(i)) ? 0 : 1))
  return at => places[at] ?? raw.length
}
