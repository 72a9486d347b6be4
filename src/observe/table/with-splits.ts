import type { Sector } from '../../contract/index.ts'
import { type MappedText, sourceSpan } from '../../repair/mapped-text.ts'
import { hasTag } from '../../rules/tags.ts'
import { labelOf } from './label-unit.ts'
import type { RowName, TableContext } from './table-context.ts'
import { isOther, tellingOf } from './telling.ts'

/**
 * Gives a name the subject and branch that row and heads say beside the indicator. In a list of branches a credit fund is one
 * of them, and `khác` is the branch of all others.
 */
export const withSplits = (
  name: RowName,
  texts: readonly MappedText[],
  ofCooperatives: boolean,
  context: TableContext,
  at: number,
): RowName => {
  const { cells } = context
  const because = { ...name.draft.because }
  let { subject, sector } = name.draft
  const beside = besideBranches(context, at)
  for (const content of texts) {
    const { terms } = cells.lex(content)
    const telling = tellingOf(content, cells)
    const other = beside && terms.some(isOther)
    if (telling === 'name' && !other) continue
    for (const term of terms) {
      const reason = { from: 'row' as const, ...sourceSpan(content, term.start, term.end) }
      const branch: Sector | null = other && isOther(term) ? 'other' : (term.entry?.sector ?? null)
      if (branch !== null) {
        sector = branch
        because.sector = reason
      }
      const whose = term.entry?.subject
      if (whose !== undefined && hasTag(term.tags, cells.rules.tags.id('Organisation'))) {
        subject = whose
        because.subject = reason
      }
    }
  }
  if (subject === 'credit_fund' && (ofCooperatives || beside)) {
    subject = 'cooperative'
    sector = 'credit'
  }
  return { ...name, draft: { ...name.draft, subject, sector, because } }
}

/** How many rows before and after a row are looked at. */
const BESIDE = 12

/** Most rows beside a row name a branch. */
const besideBranches = ({ model, cells }: TableContext, at: number): boolean => {
  const parent = model.rows[at]?.parent
  let [branches, others] = [0, 0]
  for (let index = Math.max(0, at - BESIDE); index <= Math.min(model.rows.length - 1, at + BESIDE); index++) {
    const row = model.rows[index]
    const label = row?.labels.at(-1)
    if (row?.parent !== parent || index === at || label === undefined || row?.lead !== null) continue
    const { content } = labelOf(label.content, cells)
    const telling = tellingOf(content, cells)
    if (telling === 'split' && cells.lex(content).terms.some(term => term.entry?.sector)) branches++
    else if (telling === 'name') others++
  }
  return branches >= 2 && branches > others
}
