import type { ComponentChildren, TargetedMouseEvent } from 'preact'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { Extraction } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'
import { type ListItem, listItems } from '../review/list-items.ts'
import { sectionsOf } from '../review/sections.ts'
import type { ShownRecord } from '../review/shown-record.ts'
import { Hold, WINDOW } from '../ui/hold.ts'
import type { FlagIndex } from './flag-index.ts'
import { groupItems, type ItemGroup } from './group-items.ts'
import { NoRecords } from './no-records.tsx'
import { RecordGroup } from './record-group.tsx'

interface RecordListProps {
  readonly extraction: Extraction
  readonly records: readonly ShownRecord[]
  readonly flagged: FlagIndex['byRecord']
  readonly selected: string | null
  /** A filter hides some records. */
  readonly filtered: boolean
  /** Stands under the selected record. */
  readonly panel: ComponentChildren
  readonly onSelect: (id: string) => void
}

/** Frames for which the row is kept in sight: groups around it are drawn one after the other, and move it. */
export const REVEALS = 12

/** The records in reading order under their headings, in groups that are left out as long as they are out of sight. */
export function RecordList(props: RecordListProps) {
  const { extraction, records, flagged, selected, filtered, panel, onSelect } = props
  const { language, t } = useLanguage()
  const list = useRef<HTMLTableElement>(null)
  const sections = useMemo(() => sectionsOf(extraction.outline), [extraction])
  const items = useMemo(() => listItems(records, sections), [records, sections])
  const last = useRef<readonly ItemGroup[]>([])
  const ownHold = useRef(new Hold())
  last.current = useMemo(() => groupItems(items, last.current), [items])
  const groups = last.current

  // Before anything is painted: a key shows in one frame what it did.
  useLayoutEffect(() => {
    if (selected === null || list.current === null) return undefined
    const row = list.current.querySelector<HTMLElement>('[aria-current="true"]')
    const reveal = () => {
      row?.nextElementSibling?.scrollIntoView({ block: 'nearest' })
      row?.scrollIntoView({ block: 'nearest' })
    }
    // Groups that are drawn only now may turn out higher or lower than was expected.
    const hold = scrolls(list.current) ? ownHold.current : WINDOW
    hold.keep(reveal, REVEALS)
    // The keyboard goes on from the record, unless the user is in the text or in a field.
    const active = document.activeElement
    if (active === document.body || (active !== null && list.current.contains(active) && !isField(active))) {
      row?.querySelector('button')?.focus({ preventScroll: true })
    }
    // Another row is looked at now.
    return () => hold.end()
  }, [selected])

  const choose = (event: TargetedMouseEvent<HTMLElement>) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id]') : null
    if (row?.dataset.id !== undefined) onSelect(row.dataset.id)
  }

  if (records.length === 0) return <NoRecords extraction={extraction} filtered={filtered} />
  const entry = selected !== null && records.some(({ id }) => id === selected) ? selected : (records[0]?.id ?? null)
  const firsts = firstIndices(groups)
  const holds = (group: readonly ListItem[], id: string | null) =>
    id !== null && group.some(item => item.kind === 'record' && item.record.id === id) ? id : null
  return (
    // Each row has a button of its own; a click beside it counts as well.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <table class="records" ref={list} onClick={choose} aria-rowcount={items.length + 1}>
      <thead>
        <tr class="record" aria-rowindex={1}>
          <th scope="col">{t('records.indicator')}</th>
          <th scope="col" class="figure">
            {t('records.value')}
          </th>
          <th scope="col">{t('records.period')}</th>
          <th scope="col">{t('records.status')}</th>
          <th scope="col">{t('records.measure')}</th>
          <th scope="col" class="figure">
            {t('records.confidence')}
          </th>
        </tr>
      </thead>
      {groups.map(({ key, items: group }, i) => {
        const own = holds(group, selected)
        return (
          <RecordGroup
            key={key}
            items={group}
            flags={flagged}
            text={extraction.text}
            language={language}
            selected={own}
            entry={holds(group, entry)}
            firstIndex={firsts[i] ?? 2}
            panel={own === null ? null : panel}
          />
        )
      })}
    </table>
  )
}

/** Which row of the table is the first of each group, counted from 1; its head is one. */
const firstIndices = (groups: readonly ItemGroup[]): readonly number[] => {
  let next = 2
  return groups.map(({ items }) => {
    const first = next
    next += items.length
    return first
  })
}

const isField = (element: Element): boolean => element.matches('input, textarea, select')

/** Whether the list is lower than its rows; on a narrow screen it is as long as they are, and the page scrolls. */
const scrolls = ({ scrollHeight, clientHeight }: HTMLElement): boolean => scrollHeight > clientHeight
