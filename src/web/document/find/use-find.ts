import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Span, Table } from '../../../contract/index.ts'
import { TextSearch } from './text-search.ts'
import { within } from './within.ts'

/** Ms after the last key before a text is searched. */
const PAUSE_MS = 120
/** Places that are lit at once come in runs of this many: around the one that is looked at, before it and behind it. */
const RUN = 700

export interface Finding {
  readonly words: string
  readonly hits: readonly Span[]
  /** Which of them is looked at; -1 where there is none. */
  readonly at: number
  /** Those that are lit. */
  readonly lit: readonly Span[]
  readonly type: (words: string) => void
  /** Goes to the next, or the one before; from the last to the first. */
  readonly step: (by: 1 | -1) => void
}

interface Searched {
  readonly text: string
  readonly tables: readonly Table[]
  /** Only what stands in them is shown. */
  readonly tablesOnly: boolean
  readonly isOpen: boolean
  /** An offset from which on words are looked for first. */
  readonly near: number
  readonly onPoint: (span: Span) => void
}

const NONE: readonly Span[] = []

const cellsOf = (tables: readonly Table[]): readonly Span[] =>
  tables.flatMap(({ header, rows }) => [...header, ...rows].flat().flatMap(cell => [cell, ...(cell.more ?? [])]))

/** The search for words in a document; each place that it goes to is pointed at. */
export const useFind = ({ text, tables, tablesOnly, isOpen, near, onPoint }: Searched): Finding => {
  const [words, setWords] = useState('')
  const [sought, seek] = useState('')
  const [at, setAt] = useState(-1)
  const search = useMemo(() => new TextSearch(text), [text])
  const hits = useMemo(() => {
    const found = isOpen ? search.find(sought) : NONE
    return tablesOnly ? within(found, cellsOf(tables)) : found
  }, [search, sought, isOpen, tablesOnly, tables])
  const from = useRef(near)

  useEffect(() => {
    const pause = setTimeout(() => seek(words), PAUSE_MS)
    return () => clearTimeout(pause)
  }, [words])

  const latest = useRef(onPoint)
  latest.current = onPoint
  const goTo = (all: readonly Span[], index: number) => {
    const hit = all[index]
    setAt(hit === undefined ? -1 : index)
    if (hit === undefined) return
    from.current = hit.start
    latest.current(hit)
  }
  // What is typed leads to the first place from where the search is on.
  useEffect(() => {
    const first = hits.findIndex(({ start }) => start >= from.current)
    goTo(hits, first === -1 && hits.length > 0 ? 0 : first)
  }, [hits])
  useEffect(() => {
    if (!isOpen) from.current = near
  }, [isOpen, near])

  const step = (by: 1 | -1) => {
    // Enter does not wait for the pause.
    if (words !== sought) return seek(words)
    if (hits.length > 0) goTo(hits, (at + by + hits.length) % hits.length)
  }
  const run = Math.floor(Math.max(0, at) / RUN)
  const lit = useMemo(() => hits.slice(Math.max(0, run - 1) * RUN, (run + 2) * RUN), [hits, run])
  return { words, hits, at, lit, type: setWords, step }
}
