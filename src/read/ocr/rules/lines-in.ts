import type { Raster } from '../raster.ts'
import { type Strip, stripsOf } from './strips.ts'
import { type ThinInk, thinInkOf } from './thin-ink.ts'

/** The straight lines of a page and the ink they were found in; null where there are more pieces of lines than any table has. */
export interface Lines {
  readonly ink: ThinInk
  readonly horizontal: readonly Strip[] | null
  readonly vertical: readonly Strip[] | null
}

/**
 * What both the rules of a page and its picture without them are made from, so that it is looked for once.
 * @param grey a prepared page: even paper, level
 * @param room of as many samples, which the lines keep
 */
export function linesIn(grey: Raster, room?: Uint8Array): Lines {
  const ink = thinInkOf(grey, room)
  return { ink, horizontal: stripsOf(ink, 'horizontal', grey.dpi), vertical: stripsOf(ink, 'vertical', grey.dpi) }
}
