import type { List, ListLevel } from './list-definitions.ts'
import { formatListNumber } from './number-format.ts'

/** Bullets that writers of administrative documents use and that the outline knows; all others become a dash. */
const KEPT_BULLETS = new Set(['-', '–', '+', '*', '•'])

/** Counts the items of a document's lists in the order of their paragraphs. */
export class ListCounter {
  readonly #lists: ReadonlyMap<string, List>
  readonly #counts = new Map<string, (number | undefined)[]>()
  readonly #begun = new Set<string>()

  constructor(lists: ReadonlyMap<string, List>) {
    this.#lists = lists
  }

  /** The label of the next item of a list, with the space after it; null where no such list or level is defined. */
  next(numId: string, depth: number): string | null {
    const list = this.#lists.get(numId)
    const level = list?.levels.get(depth)
    if (list === undefined || level === undefined) return null
    const counts = this.#counts.get(list.family) ?? []
    this.#counts.set(list.family, counts)
    counts[depth] = this.#countOf(numId, list, level, depth, counts[depth])
    restartBelow(list, depth, counts)
    const label = level.format === 'bullet' ? bullet(level.text) : number(list, level, counts)
    return label === '' || level.suffix === 'nothing' ? label : `${label} `
  }

  #countOf(numId: string, list: List, level: ListLevel, depth: number, last: number | undefined): number {
    const override = list.startOverrides.get(depth)
    const key = `${numId}/${depth}`
    const begins = override !== undefined && !this.#begun.has(key)
    this.#begun.add(key)
    if (begins) return override
    return last === undefined ? level.start : last + 1
  }
}

function restartBelow(list: List, depth: number, counts: (number | undefined)[]): void {
  for (let below = depth + 1; below < counts.length; below++) {
    const after = list.levels.get(below)?.restartAfter ?? null
    if (after === null || depth < after) counts[below] = undefined
  }
}

const bullet = (mark: string): string => (KEPT_BULLETS.has(mark.trim()) ? mark.trim() : '-')

const number = (list: List, level: ListLevel, counts: readonly (number | undefined)[]): string =>
  level.text
    .replace(/%([1-9])/g, (_, which: string) => {
      const depth = Number(which) - 1
      const shown = list.levels.get(depth)
      return formatListNumber(counts[depth] ?? shown?.start ?? 1, shown?.format ?? 'decimal')
    })
    .trim()
