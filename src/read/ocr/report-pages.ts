import type { Message } from '../../contract/index.ts'
import { type Problem, problem } from '../../problem.ts'
import { pageList } from '../pdf/pdf-messages.ts'
import { cellReadTwice, lostBy, noiseLeftOut, pagesBlank, pagesCutOff, pagesLost, pagesPoor } from './ocr-messages.ts'
import type { OcrSettings } from './ocr-settings.ts'
import type { LostBy, PageReading } from './page-reading.ts'
import type { PartLayout } from './part-layout.ts'

/** Below this in the middle the words of a page are doubtful. */
const POOR = 75

type Readings = ReadonlyMap<number, PageReading>

/** The pages of which something holds, in order. */
const pagesWhere = (readings: Readings, holds: (reading: PageReading) => boolean): number[] =>
  [...readings].flatMap(([page, reading]) => (holds(reading) ? [page] : [])).sort((one, other) => one - other)

/** What the user should know of pages that were to be read from their images: lost, cut off and blank ones. */
export function reportPages(readings: Readings, settings: OcrSettings): Message[] {
  const groups = new Map<string, { why: LostBy; detail: string; pages: number[] }>()
  for (const [page, reading] of [...readings].sort(([one], [other]) => one - other)) {
    if (reading.status !== 'lost') continue
    const { why, detail } = reading
    const shown = why === 'damaged' || why === 'engine' ? detail : ''
    const group = groups.get(`${why} ${shown}`) ?? { why, detail: shown, pages: [] }
    groups.set(`${why} ${shown}`, group)
    group.pages.push(page)
  }
  const cutOff = pagesWhere(readings, reading => reading.status === 'read' && reading.cutOff)
  const blank = pagesWhere(readings, ({ status }) => status === 'blank')
  return [
    ...[...groups.values()].map(({ why, detail, pages }) => pagesLost(pages, why, detail, settings)),
    ...(cutOff.length > 0 ? [pagesCutOff(cutOff)] : []),
    ...(blank.length > 0 ? [pagesBlank(blank)] : []),
  ]
}

/** What the user should know of the text of pages that were read from their images: what was left out, what has two
 * readings, and doubtful pages. */
export function reportWords(parts: ReadonlyMap<number, readonly PartLayout[]>): Message[] {
  const noisy: number[] = []
  const poor: number[] = []
  let noise = 0
  for (const [page, layouts] of parts) {
    const dropped = layouts.reduce((sum, layout) => sum + layout.dropped.length, 0)
    if (dropped > 0) noisy.push(page)
    noise += dropped
    const sorted = layouts.flatMap(({ words }) => words.map(word => word.confidence)).sort((one, other) => one - other)
    if ((sorted[sorted.length >> 1] ?? 100) < POOR) poor.push(page)
  }
  const twice = [...parts].flatMap(([page, layouts]) =>
    layouts.flatMap(({ differences }) => differences.map(({ first, second }) => cellReadTwice(first, second, page))),
  )
  return [...twice, ...(noise > 0 ? [noiseLeftOut(noise, noisy)] : []), ...(poor.length > 0 ? [pagesPoor(poor)] : [])]
}

/** Why a document of which no page gave any text cannot be read; null where its pages are blank. */
export function problemOfPages(readings: Readings, settings: OcrSettings): Problem | null {
  const lost = pagesWhere(readings, ({ status }) => status === 'lost')
  const first = lost[0] === undefined ? undefined : readings.get(lost[0])
  if (first?.status !== 'lost') return null
  const pages = pageList(lost)
  if (first.why === 'damaged') return problem('damaged-file', { detail: first.detail || `page ${pages}` })
  if (first.why === 'too-many-pixels') return problem('too-many-pixels', { pages, limit: settings.maxPixels })
  return problem('not-recognised', { pages, ...lostBy(first.why, settings) })
}
