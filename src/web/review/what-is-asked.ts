import type { DecisionRequest, Statement } from '../../contract/index.ts'
import { corrected } from '../../review/corrected.ts'
import type { Seen } from './seen.ts'

/** What a decision is about, and what it makes of that. */
export interface Asked {
  /** As it was seen; null where there is none yet. */
  readonly before: Statement | null
  /** Null where it leaves none. */
  readonly after: Statement | null
  /** The sum of the flag that it answers. */
  readonly expression: string | null
}

const aboutFlag = (seen: Seen): Pick<Asked, 'expression'> => ({ expression: seen.flag?.expression ?? null })

/** @param seen what the decision was made on */
export const whatIsAsked = (request: DecisionRequest, seen: Seen): Asked => {
  const { record } = seen
  const same = { before: record, after: record, expression: null }
  switch (request.kind) {
    case 'confirm':
    case 'note':
    case 'correct-document':
    case 'undo':
      return same
    case 'reject':
      return { ...same, after: null }
    case 'correct':
      return { ...same, after: record === null ? null : corrected(record, request.changes) }
    case 'accept-suggestion': {
      const value = seen.flag?.suggestion?.value
      const after = record === null || value === undefined ? null : corrected(record, { value })
      return { before: record, after, ...aboutFlag(seen) }
    }
    case 'dismiss':
      return { before: null, after: null, ...aboutFlag(seen) }
    case 'add': {
      const { statement } = request
      const after = { ...statement, area: statement.area ?? null, label: statement.label ?? '' }
      return { before: null, after, expression: null }
    }
  }
}
