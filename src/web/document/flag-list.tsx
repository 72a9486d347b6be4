import type { TargetedMouseEvent } from 'preact'
import { memo } from 'preact/compat'
import type { CurrentFlag } from '../../contract/index.ts'
import { sameBut } from '../share.ts'
import { type FlagLinks, FlagNote, type FlagNoteProps } from './flag-note.tsx'

interface FlagListProps {
  readonly flags: readonly CurrentFlag[]
  readonly links: FlagLinks
  /** The flag that is looked at. */
  readonly shown: CurrentFlag | undefined
  /** The selected record. */
  readonly record: string | null
  /** The one flag whose links the tab key stops at. */
  readonly entry: string | undefined
}

/** Flags one below the other; a click on one selects it. */
export function FlagList({ flags, links, shown, record, entry }: FlagListProps) {
  const choose = (event: TargetedMouseEvent<HTMLElement>) => {
    if (!(event.target instanceof Element) || event.target.closest('a, button') !== null) return
    // Words that are being copied are no click.
    if (getSelection()?.isCollapsed === false) return
    const id = event.target.closest<HTMLElement>('[data-flag]')?.dataset.flag
    if (id !== undefined) links.onFlag(id)
  }
  return (
    // Each flag has a link of its own; a click beside it counts as well.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <ul class="flag-list" onClick={choose}>
      {flags.map(flag => (
        <Item
          key={flag.id}
          flag={flag}
          links={links}
          shown={flag.id === shown?.id}
          record={record !== null && flag.observations.includes(record) ? record : null}
          entry={flag.id === entry}
        />
      ))}
    </ul>
  )
}

interface ItemProps extends FlagNoteProps {
  readonly shown: boolean
}

/** The records of which a flag shows more than its own words. */
const shownOf = ({ suspects, suggestion }: CurrentFlag): readonly string[] => [
  ...suspects.map(({ observation }) => observation),
  ...(suggestion === null ? [] : [suggestion.observation]),
]

/** Every decision gives other links, with other records; most flags show none of those that it changed. */
const isSame = (before: ItemProps, after: ItemProps): boolean =>
  sameBut(before, after, 'links') &&
  sameBut(before.links, after.links, 'records') &&
  shownOf(after.flag).every(id => before.links.records.get(id) === after.links.records.get(id))

/** One flag; drawn again only when it changes, or it or one of its numbers is selected or left. */
const Item = memo(
  ({ shown, ...note }: ItemProps) => (
    <li class={`flag flag-${note.flag.severity}`} data-flag={note.flag.id} aria-current={shown ? 'true' : undefined}>
      <FlagNote {...note} />
    </li>
  ),
  isSame,
)
