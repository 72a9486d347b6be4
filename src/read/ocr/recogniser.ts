import type { Raster } from './raster.ts'
import type { RecognisedWord } from './recognised-word.ts'

export type TextForm = 'page' | 'block'

/** Tesseract's page segmentation modes. */
export const SEGMENTATION: Readonly<Record<TextForm, '3' | '6'>> = { page: '3', block: '6' }

/** An engine that reads one page image at a time. */
export interface Recogniser {
  readonly engine: 'native' | 'embedded'
  /**
   * Reads a grey image of one upright page.
   * @param form how text stands on it: as on a page, in whatever columns, or in one block of lines
   * @param signal stops the reading at once
   * @throws RecognitionFailed where the engine ends without a result; the signal's reason where it was stopped
   */
  recognise(page: Raster, form: TextForm, signal: AbortSignal): Promise<readonly RecognisedWord[]>
  close(): Promise<void>
}

/** The engine ended without a result; `message` is what it said last. */
export class RecognitionFailed extends Error {}
