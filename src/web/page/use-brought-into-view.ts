import { useCallback, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { Box } from '../../contract/index.ts'
import type { LightKind, Lit, Marked } from './marked.ts'
import type { usePagesView } from './use-pages-view.ts'

interface Looked {
  readonly records: readonly Marked[]
  readonly selected: string | null
  /** The record at which a flag is looked at. */
  readonly sought: string | null
  readonly lit: readonly Lit[] | undefined
}

type Moving = Pick<ReturnType<typeof usePagesView>, 'ready' | 'showBox' | 'goToUnlessSeen'>

/**
 * Brings into view what is selected, the figure of a flag, and what was pointed to, each once: from then on pages stay where they are,
 * whatever changes on them.
 * @returns to be told where on a page something stands that is lit there
 */
export const useBroughtIntoView = (
  looked: Looked,
  moving: Moving,
): ((kind: LightKind, page: number, box: Box) => void) => {
  const { records, selected, sought, lit } = looked
  const { ready, showBox, goToUnlessSeen } = moving
  const id = sought ?? selected
  const record = useMemo(() => records.find(each => each.id === id), [records, id])
  const latest = useRef(record)
  latest.current = record
  const awaited = useRef(new Set<LightKind>())
  useLayoutEffect(() => {
    awaited.current.clear()
    if (ready && latest.current !== undefined) showBox(latest.current.page, latest.current.box)
  }, [selected, sought, ready, showBox])

  // Words whose box is not known are looked for on their page, as soon as that is drawn.
  const goTo = (asked: Lit | undefined) => {
    if (!ready || asked === undefined) return
    if ('box' in asked.at) return showBox(asked.page, asked.at.box)
    awaited.current.add(asked.kind)
    goToUnlessSeen(asked.page)
  }
  const figure = useMemo(() => lit?.find(({ kind }) => kind === 'sought'), [lit])
  useLayoutEffect(() => {
    // The box of a record is known.
    if (latest.current === undefined) goTo(figure)
  }, [figure, ready, goToUnlessSeen, showBox])
  const pointed = useMemo(() => lit?.find(({ kind }) => kind === 'pointed'), [lit])
  useLayoutEffect(() => goTo(pointed), [pointed, ready, goToUnlessSeen, showBox])

  return useCallback(
    (kind: LightKind, page: number, box: Box) => {
      if (awaited.current.delete(kind)) showBox(page, box)
    },
    [showBox],
  )
}
