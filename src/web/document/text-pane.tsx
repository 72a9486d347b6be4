import type { RefObject, TargetedEvent } from 'preact'
import { memo } from 'preact/compat'
import { useMemo } from 'preact/hooks'
import type { Observation, Span, Table } from '../../contract/index.ts'
import { TextChunk } from './text-chunk.tsx'
import { layOut } from './text-layout.ts'

interface TextPaneProps {
  readonly pane: RefObject<HTMLElement | null>
  readonly text: string
  readonly records: readonly Observation[]
  readonly unexplained: readonly Span[]
  readonly tables: readonly Table[]
  /** Told all records of the number that was clicked. */
  readonly onSelect: (ids: readonly string[]) => void
}

function Pane({ pane, text, records, unexplained, tables, onSelect }: TextPaneProps) {
  const chunks = useMemo(() => layOut(text, records, unexplained, tables), [text, records, unexplained, tables])
  const choose = (event: TargetedEvent<HTMLElement, Event>): boolean => {
    const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-records]') : null
    if (mark === null) return false
    onSelect(mark.dataset.records?.split(' ') ?? [])
    return true
  }
  return (
    // The marks in it are the buttons; to listen once is lighter than to listen at each of thousands.
    <article
      ref={pane}
      class="text-pane"
      lang="vi"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a part of the page that scrolls must be reachable by keys
      tabIndex={0}
      onClick={choose}
      onKeyDown={event => {
        if ((event.key === 'Enter' || event.key === ' ') && choose(event)) event.preventDefault()
      }}
    >
      {chunks.map(chunk => (
        <TextChunk key={chunk.key} chunk={chunk} text={text} />
      ))}
    </article>
  )
}

export const TextPane = memo(Pane)
