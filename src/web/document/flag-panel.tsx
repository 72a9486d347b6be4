import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { CurrentFlag, Severity } from '../../contract/index.ts'
import { SEVERITIES } from '../labels.ts'
import { useLanguage } from '../language.tsx'
import { FlagCounts } from '../ui/flag-counts.tsx'
import { CheckCoverage } from './check-coverage.tsx'
import { coverageOf, type FlagIndex } from './flag-index.ts'
import { FlagList } from './flag-list.tsx'
import type { FlagLinks } from './flag-note.tsx'
import { focusRecords } from './focus-records.ts'

interface FlagPanelProps {
  readonly index: FlagIndex<CurrentFlag>
  readonly links: FlagLinks
  /** The flag that is looked at. */
  readonly shown: CurrentFlag | undefined
  /** The selected record. */
  readonly record: string | null
  readonly onUnverified: () => void
}

/** The sums of the document that do not come out, the gravest first, and how far the checks reach. */
export function FlagPanel({ index, links, shown, record, onUnverified }: FlagPanelProps) {
  const { t } = useLanguage()
  const { flags } = index
  const panel = useRef<HTMLElement>(null)
  const grave = flags.filter(({ severity }) => severity !== 'note')
  const notes = flags.filter(({ severity }) => severity === 'note')
  const coverage = useMemo(() => coverageOf(index), [index])
  // Each record tells its own; open, it takes the room of the records: what was opened for a flag is folded when that is left.
  const [opened, setOpened] = useState<'by-user' | 'for-flag' | null>(null)
  const open = opened !== null
  const [notesOpen, setNotesOpen] = useState(grave.length === 0)

  const fold = () => {
    if (opened !== 'for-flag') return
    setOpened(null)
    const active = document.activeElement
    if (!(active instanceof HTMLElement) || panel.current?.contains(active) !== true) return
    active.blur()
    focusRecords()
  }
  const chosen = shown?.id
  const isNote = shown?.severity === 'note'
  // Both before a next key, which may select a record: the keyboard is not taken back from that.
  useLayoutEffect(() => {
    if (chosen === undefined) return fold()
    setOpened(last => last ?? 'for-flag')
    if (isNote) setNotesOpen(true)
  }, [chosen, isNote])
  const reached = useRef<string | undefined>(undefined)
  // Again once it is open: what was folded had no place.
  useLayoutEffect(() => {
    const folded = !open || (isNote && !notesOpen)
    if (reached.current === chosen || (chosen !== undefined && folded)) return
    reached.current = chosen
    const item = panel.current?.querySelector<HTMLElement>('[data-flag][aria-current="true"]')
    if (item == null || panel.current === null) return
    // Of one that is higher than the panel, its beginning.
    item.scrollIntoView({ block: item.offsetHeight > panel.current.clientHeight ? 'start' : 'nearest' })
    // The keyboard goes on from the flag, unless the user is in the text or in a field, or goes through its numbers.
    const active = document.activeElement
    const free = active === document.body || active?.closest('.records, .flag-side') != null
    if (free && record === null && !item.contains(active)) item.querySelector('a')?.focus({ preventScroll: true })
  }, [chosen, isNote, open, notesOpen])

  if (index.records.size === 0) return null
  const reach = <CheckCoverage coverage={coverage} flagged={flags.length > 0} onUnverified={onUnverified} />
  if (flags.length === 0) {
    return (
      <section class="flag-side" aria-label={t('flags.title')}>
        {reach}
      </section>
    )
  }
  const toggled = (isOpen: boolean) => setOpened(last => (isOpen ? (last ?? 'by-user') : null))
  const entry = chosen ?? flags[0]?.id
  const list = (some: readonly CurrentFlag[]) => (
    <FlagList flags={some} links={links} shown={shown} record={record} entry={entry} />
  )
  const counts = Object.fromEntries(
    SEVERITIES.map(severity => [severity, flags.filter(flag => flag.severity === severity).length]),
  ) as Record<Severity, number>
  return (
    <section class="flag-side" aria-label={t('flags.title')} ref={panel}>
      <details class="flags" open={open} onToggle={event => toggled(event.currentTarget.open)}>
        <summary>
          <h2>{t('flags.title')}</h2> <FlagCounts flags={counts} />
          <span class="quiet"> {t('flags.verified', { verified: coverage.verified, total: coverage.total })}</span>
        </summary>
        {list(grave)}
        {grave.length > 0 && notes.length > 0 ? (
          <details class="flag-notes" open={notesOpen} onToggle={event => setNotesOpen(event.currentTarget.open)}>
            <summary>{t('flags.notes', { count: notes.length })}</summary>
            {list(notes)}
          </details>
        ) : (
          list(notes)
        )}
        {reach}
      </details>
    </section>
  )
}
