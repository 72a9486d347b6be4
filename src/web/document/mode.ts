import type { CurrentFlag, Span } from '../../contract/index.ts'
import type { Addition } from '../review/add/addition.ts'
import type { ShownRecord } from '../review/shown-record.ts'
import { isTyped, NOTHING_TYPED, type TypedStatement } from '../review/typed-statement.ts'
import type { Draft } from '../ui/draft.ts'

/** What the reviewer is at, with what was typed in it. */
export type Mode =
  | { readonly is: 'looking' }
  /** Correcting the selected record, which was this when it was begun. */
  | {
      readonly is: 'editing'
      readonly record: string
      readonly before: ShownRecord
      readonly draft: Draft<TypedStatement>
    }
  /** Writing a note on it. */
  | { readonly is: 'noting'; readonly record: string; readonly draft: Draft<string> }
  /** Saying why a flag is dismissed. */
  | { readonly is: 'dismissing'; readonly flag: CurrentFlag; readonly draft: Draft<string> }
  /** Adding a record; null where it stands is not chosen yet. */
  | { readonly is: 'adding'; readonly addition: Addition | null }
  /** Asking why a number is no record. */
  | { readonly is: 'asking'; readonly place: Span }

export type EditingMode = Extract<Mode, { is: 'editing' }>
export type NotingMode = Extract<Mode, { is: 'noting' }>

export const LOOKING: Mode = { is: 'looking' }

export const editing = (record: ShownRecord): Mode => ({
  is: 'editing',
  record: record.id,
  // What is typed stays, whatever the record becomes meanwhile.
  before: record,
  draft: { current: NOTHING_TYPED },
})

export const noting = (record: string): Mode => ({ is: 'noting', record, draft: { current: '' } })

export const dismissing = (flag: CurrentFlag): Mode => ({ is: 'dismissing', flag, draft: { current: '' } })

/** The record that a form stands under; null where it stands under none. */
export const recordOf = (mode: Mode): string | null =>
  mode.is === 'editing' || mode.is === 'noting' ? mode.record : null

/**
 * What becomes of it when the document is read anew: a form goes with its record, a box stays where it is on its page. Other places
 * and flags are of the reading before.
 * @param record the one of the other reading that a form stands under from here on; null where there is none
 */
export const inOtherReading = (mode: Mode, record: string | null): Mode => {
  if (mode.is === 'noting') return record === null ? LOOKING : { ...mode, record }
  if (mode.is === 'editing')
    return record === null ? LOOKING : { ...mode, record, before: { ...mode.before, id: record } }
  return mode.is === 'adding' && mode.addition?.place.kind !== 'words' ? mode : LOOKING
}

/** Whether something was typed that would be lost with it. */
export const isUnfinished = (mode: Mode): boolean => {
  switch (mode.is) {
    case 'looking':
    case 'asking':
      return false
    case 'editing':
      return isTyped(mode.draft.current)
    case 'adding':
      return mode.addition !== null && isTyped(mode.addition.draft.current)
    case 'noting':
    case 'dismissing':
      return mode.draft.current.trim() !== ''
  }
}
