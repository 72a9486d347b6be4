import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { CurrentFlag, Span } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'
import type { Command } from '../review/command.ts'
import { CommandButton } from '../review/command-button.tsx'
import { MachineSays } from '../review/machine-says.tsx'
import { Notes } from '../review/notes.tsx'
import type { ShownRecord } from '../review/shown-record.ts'
import { Hold } from '../ui/hold.ts'
import { type FlagLinks, FlagNote } from './flag-note.tsx'
import { REVEALS } from './record-list.tsx'
import { Why } from './why.tsx'
import { WhyFacts } from './why-facts.tsx'

interface RecordPanelProps {
  readonly record: ShownRecord
  readonly links: FlagLinks
  readonly flags: readonly CurrentFlag[]
  /** What can be done with the record now. */
  readonly commands: readonly Command[]
  readonly why: boolean
  /** In place of the buttons: what is being typed. */
  readonly form: ComponentChildren
  /** Beside the buttons. */
  readonly more: ComponentChildren
  readonly onPoint: (span: Span) => void
}

/** What there is to know of a record and to do with it: flags with their sums, what the machine says, decisions, reasons. */
export function RecordPanel({ record, links, flags, commands, why, form, more, onPoint }: RecordPanelProps) {
  const { t } = useLanguage()
  const reasons = useRef<HTMLDivElement>(null)
  const wasOpen = useRef(why)
  const hold = useRef(new Hold())
  // Whoever asks for the reasons sees them, also below flags that fill the screen, and while the record is still being brought into
  // view; where they are open anyway, the record is seen.
  useLayoutEffect(() => {
    if (why && !wasOpen.current) hold.current.keep(() => reasons.current?.scrollIntoView({ block: 'nearest' }), REVEALS)
    wasOpen.current = why
    return () => hold.current.end()
  }, [why])
  return (
    <tr class="why">
      <td colSpan={6}>
        <MachineSays record={record} />
        {form ?? (
          <div class="decide" role="toolbar" aria-label={t('review.decide')}>
            {commands.map(command => (
              <CommandButton key={command.keys} command={command} />
            ))}
            {more}
          </div>
        )}
        {flags.map(flag => (
          <div key={flag.id} class={`flag flag-${flag.severity}`}>
            <FlagNote flag={flag} links={links} record={record.id} entry />
          </div>
        ))}
        <WhyFacts record={record} text={links.text} flagged={flags.length > 0} />
        <Notes notes={record.notes} />
        {why && (
          <div ref={reasons}>
            <Why record={record} text={links.text} onPoint={onPoint} />
          </div>
        )}
      </td>
    </tr>
  )
}
