import type { TargetedFocusEvent } from 'preact'
import { useCallback, useEffect, useState } from 'preact/hooks'
import { stepAmong } from './mark-stop.ts'

const markOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('.sheet-mark') : null

/** The arrow keys go from mark to mark; the one that had the focus last is where the tab key comes back to. */
export const useMarkKeys = (selected: string | null) => {
  const [last, setLast] = useState<string | null>(null)
  useEffect(() => setLast(null), [selected])
  const onFocusIn = useCallback((event: TargetedFocusEvent<HTMLElement>) => {
    const mark = markOf(event.target)
    if (mark !== null) setLast(mark.dataset.mark ?? null)
  }, [])
  const stepOn = useCallback((event: KeyboardEvent, pane: HTMLElement) => {
    const mark = markOf(event.target)
    if (mark === null || event.ctrlKey || event.altKey || event.metaKey) return
    const marks = [...pane.querySelectorAll<HTMLElement>('.sheet-mark')]
    const next = stepAmong(marks.length, marks.indexOf(mark), event.key)
    if (next === null) return
    event.preventDefault()
    marks[next]?.focus()
  }, [])
  return { last, onFocusIn, stepOn }
}
