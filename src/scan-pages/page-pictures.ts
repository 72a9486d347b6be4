import type { Limits } from '../extract.ts'
import type { Problem } from '../problem.ts'
import type { PageSize } from '../read/pdf/frame.ts'
import { drawPage } from './draw-page.ts'
import { measurePages } from './measure-pages.ts'

/** Changes with what `drawPage` makes of the same bytes, so that no browser keeps what was made before. */
export const PICTURE_VERSION = '1'

export type MeasuredPages =
  | { readonly ok: true; readonly pages: readonly PageSize[] }
  | { readonly ok: false; readonly problem: Problem }

export type DrawnPage =
  /** A JPEG. */
  { readonly ok: true; readonly picture: Uint8Array } | { readonly ok: false; readonly problem: Problem }

/** The pages of a scan (PNG, JPEG, TIFF) for people to look at. */
export interface PagePictures {
  /** The size of each page in points, as it is shown: what boxes of its words are measured in. */
  measure(bytes: Uint8Array, limits: Limits): Promise<MeasuredPages>
  /** @param page from 1 */
  draw(bytes: Uint8Array, page: number, limits: Limits): Promise<DrawnPage>
}

/** Pictures made in this very process. */
export const pagePictures: PagePictures = { measure: measurePages, draw: drawPage }
