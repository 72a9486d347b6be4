import type { CurrentFlag } from '../../contract/index.ts'
import type { Command } from '../review/command.ts'
import type { Desktop } from './commands-of.ts'
import type { DocumentView } from './use-document-view.ts'

type Looked = Pick<Desktop, 'view' | 'review' | 'record' | 'flag' | 'select'>

/**
 * What can be done about the value that a flag suggests: it is used where its record or the flag itself is looked at; from any other
 * record of the flag a way leads to the one that it is about.
 * @param onUsed told the flag whose value is used
 */
export const suggestionCommands = (looked: Looked, onUsed: (flag: CurrentFlag) => void): readonly Command[] => {
  const { view, review, record, flag, select } = looked
  const own = record === undefined ? [flag] : [flag, ...(view.index.byRecord.get(record.id) ?? [])]
  const used = own
    .map(each => suggestedBy(each, view))
    .find(each => each !== null && (record === undefined || each.record === record.id))
  const seen = suggestedBy(flag, view)
  const commands: Command[] = []
  if (used != null) {
    // Whose figure it changes is said where that is not looked at.
    const named = used.onPage ? 'key.suggestion.of-page' : 'key.suggestion.of-line'
    commands.push({
      ...{ keys: 'S', label: record === undefined ? named : 'key.suggestion', details: used.details },
      run: () =>
        void review.decide({ kind: 'accept-suggestion', flag: used.flag.id }, { onMade: () => onUsed(used.flag) }),
    })
  }
  if (seen !== null && seen.record !== record?.id) {
    commands.push({
      ...{
        keys: 'Shift S',
        label: seen.onPage ? 'key.suggested.on-page' : 'key.suggested.in-line',
        details: seen.details,
      },
      run: () => select(seen.record),
    })
  }
  return commands
}

/** What a flag suggests, for which record, and the words to say so; null where it suggests nothing for a record that stands. */
const suggestedBy = (flag: CurrentFlag | undefined, { index, extraction }: DocumentView) => {
  const target = index.records.get(flag?.suggestion?.observation ?? '')
  if (flag?.suggestion == null || target === undefined) return null
  const { start, end, page, line } = target.evidence
  const printed = extraction.text.slice(start, end)
  return {
    ...{ flag, record: target.id, onPage: page !== null },
    details: { figure: flag.suggestion.text, printed, label: target.label, place: String(page ?? line) },
  }
}
