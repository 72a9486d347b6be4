import type { TargetedMouseEvent } from 'preact'
import { useLayoutEffect, useMemo, useState } from 'preact/hooks'
import type { Box } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'
import { isSameGroup, isSameLight, useKept } from './kept.ts'
import { FULL_SIZE, type PageSize } from './lay-out-pages.ts'
import { groupMarks, type MarkGroup } from './mark-groups.ts'
import { markStop } from './mark-stop.ts'
import type { Lit, PageNumeral } from './marked.ts'
import { numeralAtPoint } from './numeral-at-point.ts'
import type { PagePaneProps } from './page-pane.tsx'
import { PageSheet } from './page-sheet.tsx'
import type { PageSource } from './page-source.ts'
import { PageToolbar } from './page-toolbar.tsx'
import { pointOn } from './point-on.ts'
import { useBroughtIntoView } from './use-brought-into-view.ts'
import { useCloseUp } from './use-close-up.ts'
import { useMarkKeys } from './use-mark-keys.ts'
import { usePagesView } from './use-pages-view.ts'
import { useTakenWords } from './use-taken-words.ts'

interface PageStackProps extends Omit<PagePaneProps, 'document' | 'info' | 'onText'> {
  /** Of the document. */
  readonly id: string
  readonly source: PageSource
  readonly sizes: readonly PageSize[]
  /** Told when a page stands there. */
  readonly onDrawn: () => void
}

const NO_MARKS: readonly MarkGroup[] = []
const NO_LIGHTS: readonly Lit[] = []

/** Pages one under the other; those far from the view are room alone. */
export function PageStack(props: PageStackProps) {
  const { id, source, sizes, records, selected, sought, lit, place, closeUp, laidOut } = props
  const { onSelect, onNumeral, onBox, onDrawn } = props
  const { t } = useLanguage()
  const pagesView = usePagesView(id, sizes)
  const { pane, setPane, layout, zoom, shown, lookSoon, goTo } = pagesView
  const chooseZoom = useCloseUp(closeUp ?? null, pagesView)
  useLayoutEffect(() => {
    if (laidOut === undefined || pane === null) return undefined
    laidOut.current = { pane, layout }
    return () => {
      laidOut.current = null
    }
  }, [laidOut, pane, layout])
  const [isDrawing, setDrawing] = useState(false)
  const groups = useKept(
    useMemo(() => groupMarks(records), [records]),
    isSameGroup,
  )
  const lights = useKept(
    useMemo(() => byPage(lit ?? NO_LIGHTS), [lit]),
    isSameLight,
  )
  const record = useMemo(() => records.find(each => each.id === selected), [records, selected])

  const onPlace = useBroughtIntoView({ records, selected, sought: sought ?? null, lit }, pagesView)

  const choose = (event: TargetedMouseEvent<HTMLElement>) => {
    const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-records]') : null
    if (mark !== null) return onSelect(mark.dataset.records?.split(' ') ?? [])
    if (isDrawing || getSelection()?.isCollapsed === false) return
    // Where a box was drawn just now, nothing was asked.
    const numeral = numeralAtPoint(event.clientX, event.clientY) ?? (place === null ? pointOf(event) : null)
    if (numeral !== null) onNumeral(numeral)
  }
  /** What was clicked on a page without words. */
  const pointOf = (event: TargetedMouseEvent<HTMLElement>): PageNumeral | null => {
    const sheet = event.target instanceof Element ? event.target.closest<HTMLElement>('.sheet') : null
    const placed = layout.pages[Number(sheet?.dataset.page) - 1]
    if (sheet === null || placed === undefined || sheet.querySelector('.sheet-words > *') !== null) return null
    return { page: placed.page, at: { point: pointOn(sheet, placed.scale, event) } }
  }
  const takeWords = useTakenWords({ pane, isDrawing, hasWords: source.words !== null, place, onBox })
  const { last, onFocusIn, stepOn } = useMarkKeys(selected)
  const stop = useMemo(() => markStop({ groups, ...shown, last, selected }), [groups, shown, last, selected])

  const startDrawing = (isOn: boolean) => {
    setDrawing(isOn)
    if (isOn) getSelection()?.removeAllRanges()
    const current = layout.pages[shown.current - 1]
    if (isOn && place === null && pane !== null && current !== undefined) {
      onBox({ page: current.page, box: boxInView(pane, current) })
    }
  }
  const leavePlace = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const leaves = event.key === 'Escape' && (isDrawing || place !== null)
    if (!leaves && !(isDrawing && event.key === 'Enter')) return
    event.preventDefault()
    setDrawing(false)
    if (leaves) {
      getSelection()?.removeAllRanges()
      onBox(null)
    }
    if (isDrawing) pane?.focus({ preventScroll: true })
  }
  const current = layout.pages[shown.current - 1]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its parts have the roles; the keys are those of drawing
    <div class="sheets" onKeyDown={leavePlace}>
      <PageToolbar
        page={shown.current}
        pages={sizes.length}
        zoom={zoom}
        share={(current?.scale ?? FULL_SIZE) / FULL_SIZE}
        isDrawing={isDrawing}
        onPage={goTo}
        onZoom={chooseZoom}
        onDrawing={startDrawing}
      />
      {isDrawing && (
        <p id="sheets-draw-help" class="sheets-help">
          {t('sheets.draw.help')}
        </p>
      )}
      <article
        ref={setPane}
        class="sheets-pane"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part of the page that scrolls must be reachable by keys
        tabIndex={0}
        aria-label={t('sheets.title')}
        onScroll={lookSoon}
        onClick={choose}
        onPointerUp={takeWords}
        onKeyDown={event => stepOn(event, event.currentTarget)}
        onKeyUp={event => event.shiftKey && takeWords(event)}
        onFocusIn={onFocusIn}
      >
        <div class="sheets-room" style={{ width: `${layout.width}px`, height: `${layout.height}px` }}>
          {shown.pages.map(page => {
            const placed = layout.pages[page - 1]
            if (placed === undefined) return null
            return (
              <PageSheet
                key={page}
                source={source}
                placed={placed}
                groups={groups.get(page) ?? NO_MARKS}
                lit={lights.get(page) ?? NO_LIGHTS}
                selected={record?.page === page ? record.id : null}
                stop={stop?.startsWith(`${page} `) ? stop : null}
                place={place?.page === page ? place : null}
                isDrawing={isDrawing}
                onBox={onBox}
                onDrawn={onDrawn}
                onPlace={onPlace}
              />
            )
          })}
        </div>
      </article>
    </div>
  )
}

const byPage = (lit: readonly Lit[]): ReadonlyMap<number, readonly Lit[]> => {
  const pages = new Map<number, Lit[]>()
  for (const light of lit) pages.set(light.page, [...(pages.get(light.page) ?? []), light])
  return pages
}

/** Points; about a number of five figures. */
const FIRST_BOX = { width: 60, height: 16 }

/** A box in the middle of what is seen of a page, to be moved from there. */
const boxInView = (pane: HTMLElement, { left, top, scale }: { left: number; top: number; scale: number }): Box => {
  const x = Math.max(0, (pane.scrollLeft + pane.clientWidth / 2 - left) / scale - FIRST_BOX.width / 2)
  const y = Math.max(0, (pane.scrollTop + pane.clientHeight / 2 - top) / scale - FIRST_BOX.height / 2)
  return [x, y, x + FIRST_BOX.width, y + FIRST_BOX.height]
}
