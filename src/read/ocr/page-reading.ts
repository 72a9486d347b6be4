import type { PageSize } from '../pdf/frame.ts'
import type { Rules } from '../pdf/rules.ts'
import type { CellDifference } from './cells/read-twice.ts'
import type { Affine } from './raster.ts'
import type { RecognisedWord } from './recognised-word.ts'

/** One page of paper as it was read: a scan of an open book holds two. Words and rules are in pixels of its image. */
export interface ReadPart {
  readonly words: readonly RecognisedWord[]
  /** Cells of tables that were read twice, with other digits. */
  readonly differences: readonly CellDifference[]
  readonly rules: Rules
  readonly width: number
  readonly height: number
  readonly dpi: number
  /** From a pixel to its place on the page as shown, points. */
  readonly toPage: Affine
  /** How the image was prepared, by name. */
  readonly steps: readonly string[]
}

/** What became of a page that was to be read from its image. */
export type PageReading =
  | { readonly status: 'read'; readonly size: PageSize; readonly parts: readonly ReadPart[]; readonly cutOff: boolean }
  /** Nothing to read: the back of a page. */
  | { readonly status: 'blank'; readonly size: PageSize | null }
  /** Pictures cover less of it than was asked for. */
  | { readonly status: 'not-pictured'; readonly size: PageSize | null }
  | { readonly status: 'lost'; readonly why: LostBy; readonly size: PageSize | null; readonly detail: string }

/** Why a page is lost: no words in its ink, a limit (of its pixels, its time, or the time of the document), damage, or a fault of the engine. */
export type LostBy = 'no-words' | 'too-many-pixels' | 'too-slow' | 'out-of-time' | 'damaged' | 'engine'
