import type { ComponentChildren } from 'preact'
import { Fragment } from 'preact'
import { memo } from 'preact/compat'
import { useRef } from 'preact/hooks'
import type { Flag, Language } from '../../contract/index.ts'
import type { ListItem } from '../review/list-items.ts'
import { sameBut } from '../share.ts'
import { RecordRow } from './record-row.tsx'
import { useNear } from './use-near.ts'

interface RecordGroupProps {
  readonly items: readonly ListItem[]
  /** By the record's id. */
  readonly flags: ReadonlyMap<string, readonly Flag[]>
  readonly text: string
  readonly language: Language
  /** Null unless it is one of these. */
  readonly selected: string | null
  /** The one record that the tab key stops at; null unless it is one of these. */
  readonly entry: string | null
  /** Which row of the table the first is, counted from 1. */
  readonly firstIndex: number
  /** Stands under the selected record. */
  readonly panel: ComponentChildren
}

const NO_FLAGS: readonly Flag[] = []
/** Height of a row of two lines, for the height of groups that were never drawn. */
const ROW_PX = 50

function Group({ items, flags, text, language, selected, entry, firstIndex, panel }: RecordGroupProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [near, height] = useNear(body)
  const from = offsetOf(items[0])
  // The tab key reaches the list through its entry, wherever it is scrolled to.
  if (!near && selected === null && entry === null) {
    return (
      <tbody ref={body} data-from={from} aria-hidden="true">
        <tr class="not-drawn" style={{ height: `${height ?? items.length * ROW_PX}px` }} />
      </tbody>
    )
  }
  return (
    <tbody ref={body} data-from={from}>
      {items.map((item, i) => {
        if (item.kind === 'section') {
          const { start, title, above } = item.section
          return (
            <tr key={`s${start}`} class="section" aria-rowindex={firstIndex + i}>
              <th scope="rowgroup" colSpan={6} lang="vi" title={[...above, title].join(' › ')}>
                {title}
              </th>
            </tr>
          )
        }
        const { record } = item
        return (
          <Fragment key={record.id}>
            <RecordRow
              record={record}
              text={text}
              flags={flags.get(record.id) ?? NO_FLAGS}
              language={language}
              selected={record.id === selected}
              entry={record.id === entry}
              index={firstIndex + i}
            />
            {record.id === selected && panel}
          </Fragment>
        )
      })}
    </tbody>
  )
}

/** Where in the text it begins. */
const offsetOf = (item: ListItem | undefined): number =>
  item === undefined ? 0 : item.kind === 'section' ? item.section.start : item.record.evidence.start

/** Some records, not in the page as long as they are far out of sight; drawn again only when one of them changes. */
export const RecordGroup = memo(
  Group,
  (before, after) =>
    sameBut(before, after, 'items', 'flags') &&
    before.items.length === after.items.length &&
    after.items.every((item, i) => sameItem(before.items[i], item, before.flags, after.flags)),
)

const sameItem = (
  before: ListItem | undefined,
  after: ListItem,
  flagsBefore: RecordGroupProps['flags'],
  flags: RecordGroupProps['flags'],
): boolean =>
  after.kind === 'section'
    ? before?.kind === 'section' && before.section === after.section
    : before?.kind === 'record' &&
      before.record === after.record &&
      flagsBefore.get(after.record.id) === flags.get(after.record.id)
