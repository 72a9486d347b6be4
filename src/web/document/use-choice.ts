import { useCallback, useMemo, useRef } from 'preact/hooks'
import type { Flag, Span } from '../../contract/index.ts'
import type { FlaggedFigure } from './flag-index.ts'
import type { FlagLinks } from './flag-note.tsx'
import { EVERYTHING, matches, type RecordFilter } from './record-filter.ts'
import type { DocumentView } from './use-document-view.ts'
import type { ModeControl } from './use-mode.ts'

interface ChoiceProps {
  readonly view: DocumentView
  readonly selected: string | null
  readonly select: (id: string | null) => void
  readonly choose: ModeControl['choose']
  readonly setFilter: (change: (last: RecordFilter) => RecordFilter) => void
  readonly keepFlag: (flag: Flag) => void
  readonly point: (span: Span) => void
}

/** What leads to a record or a flag. */
export interface Choice {
  readonly record: (id: string) => void
  /** The records of a number of the text. */
  readonly inText: (ids: readonly string[]) => void
  readonly links: FlagLinks
}

export const useChoice = (props: ChoiceProps): Choice => {
  const { view, selected, select, choose, setFilter, keepFlag, point } = props
  const { records, index, extraction } = view
  const now = useRef({ selected, records, index })
  now.current = { selected, records, index }

  const record = useCallback(
    (id: string) =>
      choose(id, () => {
        // A record that the filter hides must be seen when its number is asked for.
        const { records, index } = now.current
        setFilter(last => (records.some(r => r.id === id && matches(r, last, index.byRecord)) ? last : EVERYTHING))
        select(id)
      }),
    [choose, select, setFilter],
  )
  const inText = useCallback(
    (ids: readonly string[]) => {
      // Where several records share a number, each click goes to the next of them.
      const id = ids[(ids.indexOf(now.current.selected ?? '') + 1) % ids.length]
      if (id !== undefined) record(id)
    },
    [record],
  )
  const showFigure = useCallback(
    (asked: Flag, figure: FlaggedFigure) => {
      keepFlag(asked)
      const { selected, index } = now.current
      const { observation } = figure
      if (observation !== null && index.records.has(observation)) record(observation)
      // A number that is no record: the flag is what is looked at, unless one of its records is already.
      else if (!asked.observations.includes(selected ?? '')) choose(asked.id)
      point(figure)
    },
    [choose, record, keepFlag, point],
  )
  const links = useMemo(
    (): FlagLinks => ({ text: extraction.text, records: index.records, onFlag: choose, onFigure: showFigure }),
    [extraction, index, choose, showFigure],
  )
  return { record, inText, links }
}
