import type { StatementDraft } from './statement-draft.ts'

/** What was typed in the form of a statement: the fields that are not as they were at first, and why. */
export interface TypedStatement {
  readonly edits: Partial<StatementDraft>
  readonly why: string
}

export const NOTHING_TYPED: TypedStatement = { edits: {}, why: '' }

/** Something would be lost with it. */
export const isTyped = ({ edits, why }: TypedStatement): boolean => Object.keys(edits).length > 0 || why !== ''

/**
 * What was typed, with more of it; a field that is as it was at first again counts as not typed.
 * @param first what stood in the fields at first
 */
export const typeMore = (
  { edits, why }: TypedStatement,
  more: Partial<StatementDraft>,
  first: StatementDraft,
): TypedStatement => {
  const all = Object.entries({ ...edits, ...more })
  const changed = all.filter(([name, typed]) => !isSame(typed, first[name as keyof StatementDraft]))
  return { edits: Object.fromEntries(changed), why }
}

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
