import type { Explanation } from '../contract/index.ts'
import type { SourceDocument } from '../read/source-document.ts'
import type { EditedText } from '../repair/edits.ts'
import { lift } from '../repair/lift.ts'

/** An explanation over a repaired text with its places in the text as read; its words stay repaired. */
export const placesAsRead = (explanation: Explanation, edited: EditedText, asRead: SourceDocument): Explanation => {
  const moved = columnsAsRead(
    lift(explanation, span => edited.back(span)),
    asRead,
  ) as Explanation
  const { observation } = moved
  if (!observation || !explanation.observation) return moved
  const id = explanation.observation.id.replace(
    String(explanation.observation.evidence.start),
    String(observation.evidence.start),
  )
  return { ...moved, observation: { ...observation, id } }
}

/** Lines are the same in both texts; the columns of words on them are not. */
const columnsAsRead = (value: unknown, document: SourceDocument): unknown => {
  if (Array.isArray(value)) return value.map(each => columnsAsRead(each, document))
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, each]) => [key, columnsAsRead(each, document)] as const)
  const { start, line, column } = value as { start?: unknown; line?: unknown; column?: unknown }
  if (typeof start !== 'number' || typeof line !== 'number' || typeof column !== 'number')
    return Object.fromEntries(entries)
  const from = document.lines[line - 1]?.start ?? 0
  return { ...Object.fromEntries(entries), column: Math.max(1, start - from + 1) }
}
