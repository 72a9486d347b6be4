/** A stretch of the document stream with its properties; offsets count bytes. */
export interface FormattedRun {
  readonly start: number
  readonly end: number
  /** For characters a group of properties (`grpprl`); for paragraphs a style's number (2 bytes) and the group. Empty: none. */
  readonly properties: Buffer
}

const PAGE = 512
const NONE = Buffer.alloc(0)

/**
 * Reads the runs that a table of formatted pages lists ([MS-DOC] 2.8.5 `PlcBteChpx`, 2.8.6 `PlcBtePapx`), in the order of the
 * file. Pages outside of the stream are left out.
 * @param bins the table: offsets of the stream, then the numbers of the pages that describe the stretches between them
 */
export function formattedRuns(stream: Buffer, bins: Buffer, of: 'characters' | 'paragraphs'): FormattedRun[] {
  const count = Math.max(0, Math.floor((bins.length - 4) / 8))
  const runs: FormattedRun[] = []
  const seen = new Set<number>()
  for (let i = 0; i < count; i++) {
    const number = bins.readUInt32LE((count + 1) * 4 + i * 4) & 0x3fffff
    const page = stream.subarray(number * PAGE, (number + 1) * PAGE)
    if (seen.has(number) || page.length < PAGE) continue
    seen.add(number)
    runs.push(...(of === 'characters' ? characterPage(page) : paragraphPage(page)))
  }
  return runs.sort((a, b) => a.start - b.start)
}

/** `ChpxFkp` ([MS-DOC] 2.9.33). */
const characterPage = (page: Buffer): FormattedRun[] =>
  pageRuns(page, (count, i) => {
    const at = (page[(count + 1) * 4 + i] ?? 0) * 2
    return at === 0 ? NONE : page.subarray(at + 1, at + 1 + (page[at] ?? 0))
  })

/** `PapxFkp` ([MS-DOC] 2.9.175); a length of 0 says that the real one follows. */
const paragraphPage = (page: Buffer): FormattedRun[] =>
  pageRuns(page, (count, i) => {
    const at = (page[(count + 1) * 4 + i * 13] ?? 0) * 2
    if (at === 0) return NONE
    const words = page[at] ?? 0
    return words === 0 ? page.subarray(at + 2, at + 2 + 2 * (page[at + 1] ?? 0)) : page.subarray(at + 1, at + 2 * words)
  })

function pageRuns(page: Buffer, properties: (count: number, i: number) => Buffer): FormattedRun[] {
  const count = page[PAGE - 1] ?? 0
  if ((count + 1) * 4 > PAGE) return []
  return Array.from({ length: count }, (_, i) => ({
    start: page.readUInt32LE(i * 4),
    end: page.readUInt32LE((i + 1) * 4),
    properties: properties(count, i),
  })).filter(run => run.end > run.start)
}
