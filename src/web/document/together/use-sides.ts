import type { RefObject } from 'preact'
import { useMemo, useRef } from 'preact/hooks'
import type { LaidOut } from '../../page/use-pages-view.ts'
import type { DocumentView } from '../use-document-view.ts'
import type { SourceView } from '../use-source-view.ts'
import { type Ladder, offsetAt, topAt } from './ladder.ts'
import { listSide } from './list-side.ts'
import { pageLadder } from './page-ladder.ts'
import type { Side } from './side.ts'
import { DrawnText } from './text-side.ts'
import { useScrollTogether } from './use-scroll-together.ts'

interface Sides {
  readonly isOn: boolean
  readonly view: DocumentView
  /** The records at their places: the text is drawn anew where this is another array than before. */
  readonly drawn: DocumentView['records']
  readonly source: SourceView
  readonly pane: RefObject<HTMLElement | null>
  readonly laidOut: RefObject<LaidOut | null>
  /** What is selected or pointed at. */
  readonly shown: readonly unknown[]
}

/** A value that is made again only when one of those it is made of is another. */
const keeping = <T>() => {
  let last: { readonly of: readonly unknown[]; readonly made: T } | null = null
  return (of: readonly unknown[], make: () => T): T => {
    if (last === null || of.some((each, i) => each !== last?.of[i])) last = { of, made: make() }
    return last.made
  }
}

/** The document, in the way it is looked at, and the list of its records scroll together. */
export const useSides = ({ isOn, view, drawn, source, pane, laidOut, shown }: Sides): void => {
  const { extraction } = view
  const { length } = extraction.text
  const numbers = useMemo(() => drawn.map(({ evidence }) => evidence), [drawn])
  const starts = useMemo(() => new Map(drawn.map(({ id, evidence }) => [id, evidence.start])), [drawn])
  const text = useRef(keeping<DrawnText>())
  const pages = useRef(keeping<Ladder>())

  const left = (table: Element | null): Side | null => {
    if (source === 'page') {
      const { current } = laidOut
      if (current === null) return null
      const ladder = pages.current([current, numbers], () => pageLadder(current.layout, numbers, length))
      return {
        ...{ scroller: current.pane, covered: 0 },
        offsetAt: top => offsetAt(ladder, top),
        topAt: offset => topAt(ladder, offset),
      }
    }
    const element = pane.current
    if (element === null) return null
    const lines = text.current([element, drawn, extraction], () => new DrawnText(element, length))
    return table === null ? lines.side() : lines.table(table)
  }
  const right = (): Side | null => {
    const list = document.querySelector<HTMLTableElement>('table.records')
    return list === null ? null : listSide(list, starts, length)
  }
  useScrollTogether({ isOn, left, right, shown })
}
