import type { Extraction, Flag } from '../../../src/contract/index.ts'
import type { FlagDocument, GoldFlag } from './flag-documents.ts'

export interface FlagScore {
  /** Gold of high and medium severity, and how many of it an error or a warning answers. */
  readonly wanted: number
  readonly found: number
  /** Gold of low severity, and how many of it any flag answers. */
  readonly low: number
  readonly lowFound: number
  readonly missed: readonly GoldFlag[]
  /** Errors and warnings that answer no gold flag. */
  readonly others: readonly Flag[]
}

/**
 * Scores the flags of an extraction. A flag answers a gold flag where it stands on two of its lines and on two of its numbers,
 * or on the one that there is.
 */
export const scoreFlags = ({ text, gold }: FlagDocument, { flags, observations }: Extraction): FlagScore => {
  const places = new Map(observations.map(o => [o.id, o.evidence]))
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
  const found = flags.map(flag => {
    const spans = [...flag.evidence, ...flag.observations.flatMap(id => places.get(id) ?? [])]
    return {
      flag,
      lines: new Set(spans.map(s => lineOf(s.start))),
      numbers: new Set(spans.flatMap(s => [...numbersOf(text.slice(s.start, s.end))])),
    }
  })
  const answered = new Set<Flag>()
  const rows = gold.map(g => {
    const numbers = numbersOf(`${g.a} ${g.b} ${g.calculation}`)
    const hits = found.filter(
      f =>
        common(f.lines, new Set(g.lines)) >= Math.max(1, Math.min(2, g.lines.length, f.lines.size)) &&
        common(f.numbers, numbers) >= Math.min(2, Math.max(1, f.numbers.size)),
    )
    for (const { flag } of hits) answered.add(flag)
    return { g, isFound: hits.length > 0, isGrave: hits.some(h => h.flag.severity !== 'note') }
  })
  const wanted = rows.filter(r => r.g.severity === 'high' || r.g.severity === 'medium')
  const low = rows.filter(r => r.g.severity === 'low')
  return {
    wanted: wanted.length,
    found: wanted.filter(r => r.isGrave).length,
    low: low.length,
    lowFound: low.filter(r => r.isFound).length,
    missed: wanted.filter(r => !r.isGrave).map(r => r.g),
    others: flags.filter(f => f.severity !== 'note' && !answered.has(f)),
  }
}

const numbersOf = (words: string): ReadonlySet<string> =>
  new Set(
    [...words.matchAll(/\d[\d.,]*/g)].map(m =>
      m[0]
        .replace(/[.,]+$/, '')
        .replaceAll('.', '')
        .replace(/^0+(?=\d)/, ''),
    ),
  )

const common = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number => [...a].filter(x => b.has(x)).length
