import { wholeSpan } from '../../repair/mapped-text.ts'
import type { Cell } from '../../table/grid.ts'
import type { NamedUnit } from './label-unit.ts'
import type { RowName, TableContext } from './table-context.ts'
import type { Telling } from './telling.ts'

/** The name that a row takes from another. */
export interface Whole {
  readonly name: RowName
  /** A row between them leads over to parts. */
  readonly led: boolean
  /** The row adds the other up, with all beside it. */
  readonly sum: boolean
}

/** The row that this one is a part of, or one of those that it adds up, by its name; null where it stands for itself. */
export const wholeOf = (
  { model, cells }: TableContext,
  at: number,
  telling: Telling,
  unit: NamedUnit | null,
  known: ReadonlyMap<number, RowName>,
): Whole | null => {
  const row = model.rows[at]
  const fits = (name: RowName | undefined): name is RowName =>
    name !== undefined &&
    (unit === null ||
      name.unit === null ||
      (unit.quantity.unit === 'percent' && telling === 'nothing') ||
      unit.quantity.unit === name.unit.quantity.unit ||
      unit.quantity.unit === name.draft.unit)
  const sibling = () =>
    [...known].findLast(([index, name]) => model.rows[index]?.parent === row?.parent && name.own && fits(name))?.[1]
  // `Cộng` below the rows it adds up
  if (telling !== 'name' && cells.rules.tableWords.addsUp(row?.labels.at(-1)?.content.text ?? '')) {
    const name = sibling()
    if (name !== undefined) return { name, led: true, sum: true }
  }
  let led = false
  for (let next = row?.parent ?? null; next !== null; next = model.rows[next]?.parent ?? null) {
    if (model.rows[next]?.lead !== null) {
      led = true
      continue
    }
    const name = known.get(next)
    if ((led || telling !== 'name') && fits(name)) return { name, led, sum: false }
    if (name !== undefined) break
  }
  const ofSource = cells.rules.tableWords.has(row?.labels.at(-1)?.content.text ?? '', 'source')
  const name = ofSource ? sibling() : undefined
  return name === undefined ? null : { name, led: true, sum: false }
}

/** The name that a part takes from its whole: all but its own branch; a percentage of a count is a share of it. */
export const partOf = (
  whole: Whole,
  part: RowName | null,
  label: Cell | undefined,
  named: NamedUnit | null,
): RowName => {
  const { draft, unit, own } = whole.name
  const from = 'row' as const
  const words = label === undefined ? {} : wholeSpan(label.content)
  const because = { ...draft.because, indicator: { from, ...words } }
  const percent = part?.draft.unit === 'percent' || named?.quantity.unit === 'percent'
  const measure = part?.draft.measure === 'change' ? 'change' : 'share'
  const kept = percent ? ({ unit: 'percent', measure } as const) : {}
  const sector = whole.sum ? null : draft.sector
  return { draft: { ...draft, ...kept, sector, because }, unit: named ?? unit, own }
}
