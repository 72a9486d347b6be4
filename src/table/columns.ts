import type { TableWords } from '../rules/table-words.ts'
import { isFigure, isIndex } from './cell-kind.ts'
import type { Grid } from './grid.ts'
import type { IsUnit } from './unit-text.ts'

/**
 * What a column holds: `index` numbers the rows, `stub` labels them, `unit` says what they are measured in, `data` holds
 * figures, `note` words beside them.
 */
export type ColumnRole = 'index' | 'stub' | 'unit' | 'data' | 'note'

interface Counts {
  words: number
  units: number
  figures: number
  indices: number
  years: number
  filled: number
}

const YEARS = /^(?:năm|thời gian|thời điểm)(?!.*\d)/iu
const HEAD_ROLES = ['index', 'stub', 'unit', 'note', 'code'] as const

/** Tells the columns of a table apart by what their body holds and by the words of their heads. */
export const columnRoles = (grid: Grid, head: number, words: TableWords, isUnit: IsUnit): ColumnRole[] => {
  const counts = Array.from({ length: grid.width }, (_, column) => countsOf(grid, head, column, isUnit))
  const headRole = (column: number) => {
    const texts = new Set<string>()
    for (let row = 0; row < head; row++) texts.add(grid.at(row, column)?.content.text ?? '')
    // a word may be cut over the rows of the head: `Đơn` over `vị`
    const parts = [...texts, [...texts].join(' ')]
    return HEAD_ROLES.find(role => parts.some(text => words.has(text, role))) ?? null
  }
  // `Năm thành lập`: the years under it date something, and count nothing
  const namesYears = (column: number) => YEARS.test(grid.at(head - 1, column)?.content.text ?? '')
  const roles = counts.map(({ words: own, units, figures, indices, years, filled }, column): ColumnRole | null => {
    const told = headRole(column)
    if (told === 'note') return 'note'
    const isYears = filled > 0 && 5 * years >= 4 * filled
    const first = column === 0 || (column === 1 && headRole(0) === 'index')
    if (isYears && !first && namesYears(column)) return 'note'
    if (told === 'code') return 'index'
    if (told === 'index' && 2 * Math.max(indices, figures) >= filled) return 'index'
    // `Đơn vị` over the first words is about places; behind other words it is the unit, whatever stands there
    if (told === 'unit' && (own <= units || counts.slice(0, column).some(before => before.words > filled / 2)))
      return 'unit'
    if (filled === 0) return told === 'unit' ? 'unit' : told === 'index' ? 'index' : null
    if (units > 0 && 5 * units >= 4 * filled && column > 0 && told !== 'stub') return 'unit'
    if ((column === 0 && told === 'stub') || (first && isYears && (column === 0 || told === 'stub'))) return 'stub'
    if (2 * figures >= filled && !(column === 0 && indices === filled && told !== 'stub')) return 'data'
    if (column === 0 && 3 * indices >= 2 * filled) return 'index'
    return null
  })
  const firstData = roles.indexOf('data')
  const stubs = roles.flatMap((role, i) =>
    role === 'stub' || (role === null && holdsWords(counts[i]) && i < firstData) ? [i] : [],
  )
  const lastStub = Math.max(-1, ...stubs)
  return roles.map((role, column): ColumnRole => {
    if (role !== null) return role
    const own = counts[column]
    if (firstData < 0) return column <= Math.max(0, lastStub) ? 'stub' : 'data'
    if (column < firstData) return holdsWords(own) || column > lastStub || own?.filled === 0 ? 'stub' : 'index'
    return holdsWords(own) && 2 * (own?.words ?? 0) > (own?.filled ?? 0) ? 'note' : 'data'
  })
}

const holdsWords = (counts: Counts | undefined): boolean => counts !== undefined && counts.words + counts.units > 0

/** `614 triệu đồng`: a figure with its unit beside it. */
const isQuantity = (text: string, isUnit: IsUnit): boolean => {
  const unit = /^[-–+]?\s?\d[\d.,]*\s+(\p{L}.*)$/u.exec(text)?.[1]
  return unit !== undefined && isUnit(unit)
}

const countsOf = (grid: Grid, head: number, column: number, isUnit: IsUnit): Counts => {
  const counts: Counts = { words: 0, units: 0, figures: 0, indices: 0, years: 0, filled: 0 }
  for (let row = head; row < grid.height; row++) {
    const kind = grid.kindAt(row, column)
    if (kind === 'empty') continue
    const text = grid.textAt(row, column)
    counts.filled++
    if (isIndex(text)) counts.indices++
    if (kind === 'year') counts.years++
    if (isFigure(kind) || isQuantity(text, isUnit)) counts.figures++
    else if (kind === 'words' && isUnit(text)) counts.units++
    else if (kind === 'words') counts.words++
  }
  return counts
}
