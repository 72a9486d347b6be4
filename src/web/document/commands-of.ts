import type { CurrentFlag } from '../../contract/index.ts'
import type { Command } from '../review/command.ts'
import type { ShownRecord } from '../review/shown-record.ts'
import type { Review } from '../review/use-review.ts'
import type { Way } from '../review/use-way.ts'
import { afterSettling, stepInAgenda } from '../review/where-next.ts'
import { afterClosing, stepInFlags } from './flag-index.ts'
import { firstRecordOf } from './flag-places.ts'
import { dismissing, editing, type Mode, noting } from './mode.ts'
import { suggestionCommands } from './suggestion-commands.ts'
import type { DocumentView } from './use-document-view.ts'

/** What the commands of a document work on. */
export interface Desktop {
  readonly view: DocumentView
  readonly review: Review
  /** The records that the filter lets through. */
  readonly shown: readonly ShownRecord[]
  readonly selected: string | null
  readonly record: ShownRecord | undefined
  /** The flag that is looked at, or the gravest of the record. */
  readonly flag: CurrentFlag | undefined
  readonly mode: Mode
  /** The codes are there. */
  readonly canEdit: boolean
  readonly unsaved: number
  readonly select: (id: string | null) => void
  /** Selects what is told later, unless the reviewer has gone on until then. */
  readonly selectLate: (told: Promise<string | null>) => Promise<void>
  readonly enter: (mode: Mode) => void
  /** Leaves the form that is open. */
  readonly leave: () => void
  readonly startAdding: () => void
  readonly toggleWhy: () => void
  /** Null where nothing is looked at that has a place. */
  readonly goToPlace: (() => void) | null
  readonly way: Way
  readonly find: () => void
  readonly help: () => void
}

/** The commands of a document page by what they are about; only those that are valid now. */
export interface Commands {
  readonly all: readonly Command[]
  readonly ofRecord: readonly Command[]
  readonly ofDocument: readonly Command[]
}

const stepIn = <T extends { readonly id: string }>(items: readonly T[], selected: string | null, by: 1 | -1) => {
  const at = items.findIndex(({ id }) => id === selected)
  return at === -1 ? items[by === 1 ? 0 : items.length - 1] : items[at + by]
}

/** Enter is the browser's own on every button but the selected record's. */
const isOnRecord = (): boolean => {
  const { activeElement } = document
  return activeElement === document.body || activeElement?.matches('[aria-current="true"] .record-label') === true
}

const when = (valid: boolean, ...commands: readonly Command[]): readonly Command[] => (valid ? commands : [])

export const commandsOf = (desktop: Desktop): Commands => {
  const { view, review, shown, selected, record, flag, mode, canEdit, unsaved } = desktop
  const { select, selectLate, enter, leave } = desktop
  const { agenda, progress } = view.known
  const looking = mode.is === 'looking' || mode.is === 'asking'
  // From a flag, also from one that was closed just now, records are gone through from the one that it suspects.
  const from = record === undefined ? (flag ?? view.closed.find(({ id }) => id === selected)) : undefined
  const begin = from === undefined ? undefined : firstRecordOf(from, view.index.records)

  const goOn = (settled: string) => {
    const next = afterSettling(agenda, shown, settled)
    if (next !== undefined) select(next)
  }
  const settle = (id: string, kind: 'confirm' | 'reject') =>
    void review.decide({ kind, record: id }, { onMade: () => goOn(id) })
  const step = (by: 1 | -1) => () => {
    const next = begin ?? stepIn(shown, selected, by)?.id
    if (next !== undefined) select(next)
  }
  const doubtful = (by: 1 | -1) => () => {
    const next = stepInAgenda(agenda, shown, selected, by)
    if (next !== undefined) select(next)
  }
  const stepFlag = (by: 1 | -1) => () => {
    const next = stepInFlags(view.known.flags, flag?.id ?? selected, by)
    if (next !== undefined) select(next)
  }
  const goOnFrom = (used: CurrentFlag) => {
    if (record !== undefined) return goOn(record.id)
    const next = afterClosing(view.known.flags, used.id)
    if (next !== undefined) select(next)
  }
  const undo = () =>
    selectLate(review.undo().then(about => (view.records.some(({ id }) => id === about) ? about : null)))

  const undecided = record !== undefined && (record.settledBy === 'machine' || record.machine?.since === true)
  const canUndo =
    unsaved > 0 ||
    progress.settled > 0 ||
    Object.keys(view.known.header.settled).length > 0 ||
    view.closed.some(({ decision }) => decision !== null) ||
    hasNotes(view)

  const suggestions = suggestionCommands(desktop, goOnFrom)
  const dismiss: readonly Command[] =
    flag === undefined ? [] : [{ keys: 'D', label: 'key.dismiss', run: () => enter(dismissing(flag)) }]
  const ofRecord: readonly Command[] = !looking
    ? []
    : record === undefined
      ? [...suggestions, ...dismiss]
      : [
          ...(record.rejected
            ? takeBack(record, review)
            : [
                ...when(undecided, { keys: 'A', label: 'key.accept', run: () => settle(record.id, 'confirm') }),
                ...suggestions,
                ...when(canEdit, { keys: 'E', label: 'key.edit', run: () => enter(editing(record)) }),
                { keys: 'X', label: 'key.reject' as const, run: () => settle(record.id, 'reject') },
                ...dismiss,
              ]),
          { keys: 'W', label: 'key.why', run: desktop.toggleWhy },
          { keys: 'M', label: 'key.note', run: () => enter(noting(record.id)) },
        ]

  const ofDocument: readonly Command[] = [
    ...when(looking && agenda.length > 0, { keys: ']', label: 'key.next-doubtful', repeats: true, run: doubtful(1) }),
    ...when(looking && canUndo, { keys: 'U', label: 'key.undo', run: undo }),
    ...when(looking && canEdit, { keys: 'N', label: 'key.add', run: desktop.startAdding }),
    ...(looking && desktop.way.previous !== null
      ? [{ keys: 'Shift K', label: 'key.previous-document' as const, run: desktop.way.previous }]
      : []),
    ...when(looking, { keys: 'Shift J', label: 'key.next-document', run: desktop.way.next }),
  ]

  const others: readonly Command[] = [
    ...when(
      looking && shown.length > 0,
      { keys: 'J', label: 'key.next', repeats: true, run: step(1) },
      { keys: 'K', label: 'key.previous', repeats: true, run: step(-1) },
    ),
    ...when(looking && agenda.length > 0, {
      keys: '[',
      label: 'key.previous-doubtful',
      repeats: true,
      run: doubtful(-1),
    }),
    ...(looking && canEdit && record !== undefined && !record.rejected
      ? [{ keys: 'Enter', label: 'key.edit' as const, run: () => isOnRecord() && enter(editing(record)) }]
      : []),
    ...(desktop.goToPlace === null ? [] : [{ keys: 'G', label: 'key.go' as const, run: desktop.goToPlace }]),
    ...when(
      looking && view.index.flags.length > 0,
      { keys: 'F', label: 'help.flag.next', repeats: true, run: stepFlag(1) },
      { keys: 'Shift F', label: 'help.flag.previous', repeats: true, run: stepFlag(-1) },
    ),
    ...when(looking, { keys: '/', label: 'help.search', run: desktop.find }),
    ...when(mode.is !== 'looking' || selected !== null, {
      keys: 'Esc',
      label: 'help.leave',
      run: () => (mode.is === 'looking' ? select(null) : leave()),
    }),
    { keys: '?', label: 'help.help', run: desktop.help },
  ]
  return { all: [...ofRecord, ...ofDocument, ...others], ofRecord, ofDocument }
}

/** Undoes what a record was rejected by, whoever did that and whenever; nothing before it is known which decision that was. */
const takeBack = ({ decision }: ShownRecord, review: Review): readonly Command[] =>
  decision === null
    ? []
    : [{ keys: 'R', label: 'key.take-back', run: () => void review.decide({ kind: 'undo', decision }) }]

const hasNotes = ({ records, known }: DocumentView): boolean =>
  known.notes.length > 0 || records.some(({ notes }) => notes.length > 0)
