import type { TargetedMouseEvent } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Extraction, Observation, Span } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'
import type { FlagIndex } from './flag-index.ts'
import type { FlagLinks } from './flag-note.tsx'
import { RecordGroup } from './record-group.tsx'

interface RecordListProps {
  readonly extraction: Extraction
  readonly records: readonly Observation[]
  readonly flagged: FlagIndex['byRecord']
  readonly links: FlagLinks
  readonly selected: string | null
  /** A filter hides some records. */
  readonly filtered: boolean
  readonly onSelect: (id: string) => void
  readonly onPoint: (span: Span) => void
}

const GROUP = 40
/** Each time a group more may be drawn, and move the row. */
const REVEALS = 3

const inGroups = (records: readonly Observation[]): readonly (readonly Observation[])[] =>
  Array.from({ length: Math.ceil(records.length / GROUP) }, (_, i) => records.slice(i * GROUP, (i + 1) * GROUP))

/** The records in reading order, in groups that are left undrawn as long as they are out of sight. */
export function RecordList(props: RecordListProps) {
  const { extraction, records, flagged, links, selected, filtered, onSelect, onPoint } = props
  const { language, t } = useLanguage()
  const list = useRef<HTMLTableElement>(null)
  const groups = useMemo(() => inGroups(records), [records])

  useEffect(() => {
    if (selected === null || list.current === null) return
    const row = list.current.querySelector<HTMLElement>('[aria-current="true"]')
    const reveal = (tries: number) => {
      row?.nextElementSibling?.scrollIntoView({ block: 'nearest' })
      row?.scrollIntoView({ block: 'nearest' })
      // Groups that are drawn only now may turn out higher or lower than was expected.
      if (tries > 0) requestAnimationFrame(() => reveal(tries - 1))
    }
    reveal(REVEALS)
    // The keyboard goes on from the record, unless the user is in the text or in a field.
    const active = document.activeElement
    if (active === document.body || (active !== null && list.current.contains(active))) {
      row?.querySelector('button')?.focus({ preventScroll: true })
    }
  }, [selected])

  const choose = (event: TargetedMouseEvent<HTMLElement>) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id]') : null
    if (row?.dataset.id !== undefined) onSelect(row.dataset.id)
  }

  if (records.length === 0) {
    return (
      <div class="empty">
        <h2>{t(filtered ? 'records.nothing.title' : 'records.none.title')}</h2>
        <p>
          {t(
            filtered
              ? 'records.nothing.text'
              : extraction.numerals.unexplained.length > 0
                ? 'records.none.unexplained'
                : 'records.none.text',
          )}
        </p>
      </div>
    )
  }
  const entry = selected !== null && records.some(({ id }) => id === selected) ? selected : (records[0]?.id ?? null)
  return (
    // Each row has a button of its own; a click beside it counts as well.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <table class="records" ref={list} onClick={choose}>
      <thead>
        <tr class="record">
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
      {groups.map(group => (
        <RecordGroup
          key={group[0]?.id}
          records={group}
          flags={flagged}
          links={links}
          language={language}
          selected={group.some(({ id }) => id === selected) ? selected : null}
          entry={group.some(({ id }) => id === entry) ? entry : null}
          onPoint={onPoint}
        />
      ))}
    </table>
  )
}
