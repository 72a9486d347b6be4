import type { Extraction } from '../../contract/index.ts'

export const FORMATS = ['json', 'table', 'csv'] as const
export type Format = (typeof FORMATS)[number]

/** Of commands that tell people something. */
export const TEXT_FORMATS = ['text', 'json'] as const
export type TextFormat = (typeof TEXT_FORMATS)[number]

/** Prints extractions: `head` once, then the result of each file. */
export interface Formatter {
  readonly head: string
  readonly each: (file: string, extraction: Extraction) => string
}
