/** A stretch of the text, in UTF-16 offsets. */
export interface Place {
  readonly start: number
  readonly end: number
}

export const overlap = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end

/** Offset at which a line starts; lines count from 1 and end at `\n`. Past the last line: Infinity. */
export const lineStart = (text: string, line: number): number => {
  let start = 0
  for (let n = 1; n < line; n++) {
    const end = text.indexOf('\n', start)
    if (end < 0) return Infinity
    start = end + 1
  }
  return start
}

/**
 * Where the number of a gold line stands.
 * @param wanted the line, the number as written, and which occurrence of that string on the line it is (from 1)
 * @throws when it does not stand there
 */
export const placeIn = (text: string, wanted: { line: number; n: string; nth?: number | undefined }): Place => {
  const from = lineStart(text, wanted.line)
  const line = text.slice(from, Math.min(text.length, lineStart(text, wanted.line + 1) - 1))
  let at = -1
  for (let k = 0; k < (wanted.nth ?? 1); k++) {
    at = line.indexOf(wanted.n, at + 1)
    if (at < 0) throw new Error(`"${wanted.n}" is not on line ${wanted.line}`)
  }
  return { start: from + at, end: from + at + wanted.n.length }
}
