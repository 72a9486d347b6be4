import type { Decision } from '../contract/index.ts'

/**
 * The decisions that stand: all but those that a standing one undoes. An undo that is itself undone gives back what it took.
 * @param decisions of one document, in the order of their versions
 */
export const standing = (decisions: readonly Decision[]): Decision[] => {
  const undone = undoneBy(decisions)
  return decisions.filter(({ id }) => !undone.has(id))
}

/** The ids of those that do not stand. */
export const undoneBy = (decisions: readonly Decision[]): ReadonlySet<string> => {
  const undone = new Set<string>()
  // the last word first: nothing that follows can undo it
  for (const decision of decisions.toReversed())
    if (decision.kind === 'undo' && !undone.has(decision.id)) undone.add(decision.undoes)
  return undone
}
