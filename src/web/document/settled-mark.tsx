import type { Language } from '../../contract/index.ts'
import type { ShownRecord } from '../review/shown-record.ts'
import { type TextKey, text } from '../texts.ts'

interface Mark {
  readonly shape: string
  readonly label: TextKey
  readonly style: string
}

const markOf = ({ rejected, settledBy, machine }: ShownRecord): Mark | null => {
  if (rejected) return { shape: '✕', label: 'review.rejected', style: 'as-rejected' }
  if (settledBy === 'machine') return null
  if (machine?.since === true) return { shape: '≠', label: 'review.machine-changed', style: 'as-changed' }
  return { shape: '✓', label: 'review.settled', style: 'as-settled' }
}

/** How reviewers have settled a record; nothing where they have not. */
export function SettledMark({ record, language }: { readonly record: ShownRecord; readonly language: Language }) {
  const mark = markOf(record)
  if (mark === null) return null
  return (
    <span class={`settled-mark ${mark.style}`} role="img" aria-label={text(mark.label, language)}>
      {mark.shape}
    </span>
  )
}
