import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Box } from '../../contract/index.ts'
import { oncePainted } from '../ui/once-painted.ts'
import { closeUpOf } from './close-up.ts'
import {
  layOutPages,
  type PageSize,
  type PagesLayout,
  type PlacedPage,
  pageInView,
  pagesWithin,
  type Zoom,
} from './lay-out-pages.ts'
import { whenIdle } from './when-idle.ts'

/** Screens above and below the view that are drawn ahead, as soon as nothing else is to be done: a key that goes to a page waits for what it shows alone. */
const AHEAD = 0.75

/** A point of the document that stays where it is on the screen when pages change their size: the middle of the view. */
interface Anchor {
  readonly page: number
  /** Shares of the page's width and height. */
  readonly x: number
  readonly y: number
}

interface LastView {
  readonly zoom: Zoom
  readonly anchor: Anchor | null
}

/** How each document was looked at last: whoever goes to its text and back finds the page as it was. */
const lastViews = new Map<string, LastView>()

/** The pages as they are laid out now, in what scrolls them. */
export interface LaidOut {
  readonly pane: HTMLElement
  readonly layout: PagesLayout
}

interface Shown {
  readonly pages: readonly number[]
  readonly current: number
}

const same = (a: Shown, b: Shown): boolean => a.current === b.current && a.pages.join() === b.pages.join()

/** What of the pages stands in the pane, and the ways to move in it. */
export const usePagesView = (id: string, sizes: readonly PageSize[]) => {
  const [pane, setPane] = useState<HTMLElement | null>(null)
  const [width, setWidth] = useState(0)
  const [height, setHeight] = useState(0)
  const [zoom, setZoom] = useState<Zoom>(lastViews.get(id)?.zoom ?? 'width')
  const [shown, setShown] = useState<Shown>({ pages: [], current: 1 })
  const anchor = useRef<Anchor | null>(lastViews.get(id)?.anchor ?? null)
  const layout = useMemo(() => layOutPages(sizes, zoom, width), [sizes, zoom, width])
  const current = useRef(layout)
  current.current = layout
  const laidOut = useRef({ width, height })
  laidOut.current = { width, height }

  const lookAt = useCallback(
    (reach: 'seen' | 'ahead') => {
      if (pane === null || pane.clientHeight === 0) return
      const { scrollTop: top, scrollLeft: left, clientHeight: height, clientWidth } = pane
      // Of a size that pages are not laid out for yet: what stands in its middle now is not what is to stay there.
      if (clientWidth !== laidOut.current.width || height !== laidOut.current.height) return
      const pages = current.current
      const seen = pagesWithin(pages, top, top + height)
      const near = pagesWithin(pages, top - AHEAD * height, top + (1 + AHEAD) * height)
      const inView = pageInView(pages, top, top + height)
      const middle = pages.pages[inView - 1]
      if (middle !== undefined) anchor.current = anchorAt(middle, left + clientWidth / 2, top + height / 2)
      lastViews.set(id, { zoom, anchor: anchor.current })
      setShown(last => {
        const drawn = near.filter(each => reach === 'ahead' || seen.includes(each) || last.pages.includes(each.page))
        const next = { pages: drawn.map(({ page }) => page), current: inView }
        return same(last, next) ? last : next
      })
    },
    [pane, id, zoom],
  )
  const ahead = useRef(() => {})
  const look = useCallback(() => {
    lookAt('seen')
    ahead.current()
    ahead.current = whenIdle(() => lookAt('ahead'))
  }, [lookAt])
  useEffect(() => () => ahead.current(), [lookAt])
  // A key that goes to a page shows the record first: what stands on the page, which is drawn later anyway, comes in the frame after.
  const lookSoon = useCallback(() => void oncePainted().then(look), [look])

  useEffect(() => {
    if (pane === null) return
    const observer = new ResizeObserver(() => {
      setWidth(pane.clientWidth)
      setHeight(pane.clientHeight)
    })
    observer.observe(pane)
    return () => observer.disconnect()
  }, [pane])

  // Whatever changes, the middle of the view stays in the middle.
  useLayoutEffect(() => {
    if (pane === null || width === 0 || height === 0) return
    const kept = anchor.current
    const page = kept === null ? undefined : layout.pages[kept.page - 1]
    if (kept !== null && page !== undefined) {
      pane.scrollTop = page.top + kept.y * page.height - height / 2
      pane.scrollLeft = page.left + kept.x * page.width - width / 2
    }
    look()
  }, [layout, pane, width, height, look])

  const goTo = useCallback(
    (page: number) => {
      const placed = current.current.pages[page - 1]
      if (placed !== undefined) pane?.scrollTo({ top: placed.top - 8 })
    },
    [pane],
  )
  const goToUnlessSeen = useCallback(
    (page: number) => {
      if (pane === null) return
      const seen = pagesWithin(current.current, pane.scrollTop, pane.scrollTop + pane.clientHeight)
      if (!seen.some(each => each.page === page)) goTo(page)
    },
    [pane, goTo],
  )
  const showBox = useCallback(
    (page: number, box: Box) => {
      const placed = current.current.pages[page - 1]
      if (placed !== undefined && pane !== null) bringIntoView(pane, placed, box)
    },
    [pane],
  )
  const zoomTo = useCallback((page: number, box: Box) => {
    const placed = current.current.pages[page - 1]
    if (placed === undefined) return
    const { width: across, height: down, scale } = placed
    const [x, y] = [((box[0] + box[2]) / 2) * scale, ((box[1] + box[3]) / 2) * scale]
    anchor.current = { page, x: x / across, y: y / down }
    setZoom(closeUpOf(box, scale, laidOut.current.width))
  }, [])
  return {
    pane,
    setPane,
    layout,
    zoom,
    setZoom,
    zoomTo,
    shown,
    lookSoon,
    goTo,
    goToUnlessSeen,
    showBox,
    ready: width > 0,
  }
}

const anchorAt = ({ page, left, top, width, height }: PlacedPage, x: number, y: number): Anchor => ({
  page,
  x: (x - left) / width,
  y: (y - top) / height,
})

/** CSS pixels that are kept between what is shown and the edge of the pane. */
const MARGIN = 24

/** Scrolls the pane until a box stands in its middle, unless all of it is in sight. */
function bringIntoView(pane: HTMLElement, { left, top, scale }: PlacedPage, box: Box): void {
  const [x0, y0, x1, y1] = [
    left + box[0] * scale,
    top + box[1] * scale,
    left + box[2] * scale,
    top + box[3] * scale,
  ] as const
  const { scrollTop, scrollLeft, clientHeight, clientWidth } = pane
  if (y0 < scrollTop + MARGIN || y1 > scrollTop + clientHeight - MARGIN) {
    pane.scrollTop = (y0 + y1 - clientHeight) / 2
  }
  if (x0 < scrollLeft + MARGIN || x1 > scrollLeft + clientWidth - MARGIN) {
    pane.scrollLeft = (x0 + x1 - clientWidth) / 2
  }
}
