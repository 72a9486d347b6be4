import type { PageSize } from '../pdf/frame.ts'
import type { Affine, Raster } from './raster.ts'

/** A page as an image, and where that stands on the page. */
export interface PageImage {
  readonly raster: Raster
  /** From a pixel to its place on the page as shown, in points. */
  readonly toPage: Affine
  /** Of the page as shown. */
  readonly size: PageSize
  /** A part of the image is lost: its file ends early. */
  readonly cutOff: boolean
}

/** Why a page has no image to read. */
export type NoImage =
  /** Nothing is drawn on it. */
  | { readonly reason: 'empty'; readonly size: PageSize }
  /** Pictures cover less of it than was asked for. */
  | { readonly reason: 'not-pictured'; readonly size: PageSize }
  | { readonly reason: 'too-many-pixels'; readonly size: PageSize }
  | { readonly reason: 'damaged'; readonly size: PageSize | null; readonly detail: string }

/** The pages of a file as images. */
export interface PageImages {
  /**
   * @param number of the page, from 1
   * @param minCoverage the share of the page that pictures must cover; 0: any page on which something is drawn
   */
  page(number: number, minCoverage: number): Promise<PageImage | NoImage>
}
