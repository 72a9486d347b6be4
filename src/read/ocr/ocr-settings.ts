/** Which engine reads page images: `auto` takes the native program where it is installed, else the embedded one. */
export const OCR_ENGINES = ['auto', 'native', 'embedded'] as const
export type OcrEngine = (typeof OCR_ENGINES)[number]

/** How page images are read, and what one of them may cost. */
export interface OcrSettings {
  readonly engine: OcrEngine
  /** Pages of a document that are read at once; null: as many as the machine has cores. */
  readonly workers: number | null
  /** For one page: decoding, preparing and reading. */
  readonly secondsPerPage: number
  /** For all pages of a document together; those that are not read by then are lost. */
  readonly secondsPerDocument: number
  /** Pixels of one page image as its file holds it. A page of A3 at 600 dpi has 70 million. */
  readonly maxPixels: number
}

export const DEFAULT_OCR: OcrSettings = {
  engine: 'auto',
  workers: null,
  secondsPerPage: 120,
  // 2,000 pages take an hour and a half on one core
  secondsPerDocument: 10_800,
  maxPixels: 120_000_000,
}
