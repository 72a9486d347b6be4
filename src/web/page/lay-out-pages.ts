/** In points, as the page is shown. */
export interface PageSize {
  readonly width: number
  readonly height: number
}

/** Where a page stands in the pane: CSS pixels from the upper left corner of all that scrolls. */
export interface PlacedPage {
  /** From 1. */
  readonly page: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** CSS pixels for a point. */
  readonly scale: number
}

export interface PagesLayout {
  readonly pages: readonly PlacedPage[]
  readonly width: number
  readonly height: number
}

/** CSS pixels for a point at 100 %. */
export const FULL_SIZE = 96 / 72

/** A share of the full size, 1 for 100 %; `width`: each page as wide as the pane. */
export type Zoom = number | 'width'

/** CSS pixels around and between pages. */
const GAP = 12

const LEAST_WIDTH = 100

/**
 * Pages one under the other, in the middle of the pane.
 * @param paneWidth CSS pixels within the pane
 */
export function layOutPages(sizes: readonly PageSize[], zoom: Zoom, paneWidth: number): PagesLayout {
  const room = Math.max(LEAST_WIDTH, paneWidth - 2 * GAP)
  const scales = sizes.map(size => (zoom === 'width' ? room / size.width : zoom * FULL_SIZE))
  const widths = sizes.map((size, i) => size.width * (scales[i] ?? 1))
  const width = widths.reduce((widest, each) => Math.max(widest, each), room) + 2 * GAP
  let top = GAP
  const pages = sizes.map((size, i): PlacedPage => {
    const scale = scales[i] ?? 1
    const own = widths[i] ?? 0
    const placed = { page: i + 1, left: (width - own) / 2, top, width: own, height: size.height * scale, scale }
    top += placed.height + GAP
    return placed
  })
  return { pages, width, height: top }
}

/** The pages of which something stands between two heights; with a layout that holds any, never none. */
export function pagesWithin({ pages }: PagesLayout, from: number, to: number): readonly PlacedPage[] {
  const found = pages.filter(({ top, height }) => top < to && top + height > from)
  return found.length > 0 ? found : pages.slice(0, 1)
}

/** The page that is being read: the one that takes up most of what is seen. */
export function pageInView(layout: PagesLayout, from: number, to: number): number {
  const seen = ({ top, height }: PlacedPage): number => Math.min(to, top + height) - Math.max(from, top)
  const within = pagesWithin(layout, from, to)
  return within.reduce((best, each) => (seen(each) > seen(best) ? each : best), within[0] as PlacedPage)?.page ?? 1
}
