import type { RefObject, TargetedEvent, TargetedMouseEvent } from 'preact'
import { memo } from 'preact/compat'
import { useMemo } from 'preact/hooks'
import type { Observation, Span, Table } from '../../contract/index.ts'
import { numeralAt } from './selected-span.ts'
import { TextChunk } from './text-chunk.tsx'
import { layOut } from './text-layout.ts'

interface TextPaneProps {
  readonly pane: RefObject<HTMLElement | null>
  readonly text: string
  readonly records: readonly Observation[]
  readonly unexplained: readonly Span[]
  readonly tables: readonly Table[]
  /** Leaves out everything else. */
  readonly tablesOnly: boolean
  /** Told all records of the number that was clicked. */
  readonly onSelect: (ids: readonly string[]) => void
  /** Told a number that was clicked and is no record. */
  readonly onNumeral: (place: Span) => void
}

function Pane({ pane, text, records, unexplained, tables, tablesOnly, onSelect, onNumeral }: TextPaneProps) {
  const chunks = useMemo(() => {
    const all = layOut(text, records, unexplained, tables)
    return tablesOnly
      ? all.map(chunk => ({ ...chunk, blocks: chunk.blocks.filter(({ kind }) => kind === 'table') }))
      : all
  }, [text, records, unexplained, tables, tablesOnly])
  const choose = (event: TargetedEvent<HTMLElement, Event>): boolean => {
    const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-records]') : null
    if (mark === null) return false
    onSelect(mark.dataset.records?.split(' ') ?? [])
    return true
  }
  const click = (event: TargetedMouseEvent<HTMLElement>) => {
    if (choose(event) || getSelection()?.isCollapsed === false) return
    const place = numeralAt(event.clientX, event.clientY, text)
    if (place !== null) onNumeral(place)
  }
  return (
    // The marks in it are the buttons; to listen once is lighter than to listen at each of thousands.
    <article
      ref={pane}
      class="text-pane"
      lang="vi"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a part of the page that scrolls must be reachable by keys
      tabIndex={0}
      onClick={click}
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
