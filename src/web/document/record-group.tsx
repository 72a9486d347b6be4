import { Fragment } from 'preact'
import { memo } from 'preact/compat'
import type { Flag, Language, Observation, Span } from '../../contract/index.ts'
import type { FlagLinks } from './flag-note.tsx'
import { RecordRow } from './record-row.tsx'
import { Why } from './why.tsx'

interface RecordGroupProps {
  readonly records: readonly Observation[]
  /** By the record's id. */
  readonly flags: ReadonlyMap<string, readonly Flag[]>
  readonly links: FlagLinks
  readonly language: Language
  /** Null unless it is one of these. */
  readonly selected: string | null
  /** The one record that the tab key stops at; null unless it is one of these. */
  readonly entry: string | null
  readonly onPoint: (span: Span) => void
}

const NO_FLAGS: readonly Flag[] = []
/** Height of a row of two lines, for the height of groups that are not drawn yet. */
const ROW_PX = 50

function Group({ records, flags, links, language, selected, entry, onPoint }: RecordGroupProps) {
  return (
    <tbody style={{ containIntrinsicBlockSize: `auto ${records.length * ROW_PX}px` }}>
      {records.map(record => {
        const own = flags.get(record.id) ?? NO_FLAGS
        const isSelected = record.id === selected
        return (
          <Fragment key={record.id}>
            <RecordRow
              record={record}
              text={links.text}
              flags={own}
              language={language}
              selected={isSelected}
              entry={record.id === entry}
            />
            {isSelected && <Why record={record} links={links} flags={own} onPoint={onPoint} />}
          </Fragment>
        )
      })}
    </tbody>
  )
}

/** Some dozens of records; drawn again only when one of them is selected or left. */
export const RecordGroup = memo(Group)
