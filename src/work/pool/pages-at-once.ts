import { availableParallelism } from 'node:os'
import type { Limits } from '../../extract.ts'
import { DEFAULT_OCR, type OcrSettings } from '../../read/ocr/ocr-settings.ts'

/**
 * The limits of a document with its share of the machine: one scan alone is read on all cores, of many each on its part of them.
 * Pages at once that are configured stay as they are. They can be sent to another process.
 * @param underWay documents that are read now, with this one
 */
export function withPagesAtOnce(
  limits: Limits,
  underWay: number,
  cores = availableParallelism(),
): Omit<Limits, 'onPages'> & { readonly ocr: OcrSettings } {
  const { onPages: _, ocr = DEFAULT_OCR, ...rest } = limits
  return { ...rest, ocr: { ...ocr, workers: ocr.workers ?? Math.max(1, Math.floor(cores / underWay)) } }
}
