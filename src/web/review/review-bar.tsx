import type { ComponentChildren } from 'preact'
import type { Records } from '../../contract/index.ts'
import { formatNumber } from '../format/number.ts'
import { useLanguage } from '../language.tsx'
import type { Command } from './command.ts'
import { CommandButton } from './command-button.tsx'

interface ReviewBarProps {
  readonly progress: Records['progress']
  /** Decisions that are being stored. */
  readonly sending: number
  /** Decisions that wait for a word of the reviewer. */
  readonly waiting: number
  /** What can be done with the document now. */
  readonly commands: readonly Command[]
  readonly children?: ComponentChildren
}

/** How far the review of the document is, and what leads on. */
export function ReviewBar({ progress, sending, waiting, commands, children }: ReviewBarProps) {
  const { t, language } = useLanguage()
  const { settled, records } = progress
  const write = (count: number) => formatNumber(count, language)
  const told = t('review.progress', { settled: write(settled), records: write(records) })
  return (
    <div class="review-bar">
      <span class="review-progress">
        <progress max={Math.max(1, records)} value={settled} aria-label={told} />
        {told}
      </span>
      {sending > 0 && <span class="quiet">{t('review.unsaved', { count: write(sending) })}</span>}
      {waiting > 0 && <span class="quiet">{t('desk.not-stored', { count: write(waiting) })}</span>}
      <span class="review-commands">
        {commands.map(command => (
          <CommandButton key={command.keys} command={command} />
        ))}
        {children}
      </span>
    </div>
  )
}
