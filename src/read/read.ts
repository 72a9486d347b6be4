import type { Limits } from '../extract.ts'
import { type Problem, problem } from '../problem.ts'
import { type Format, sniff } from './sniff.ts'
import type { ReadResult, SourceDocument } from './source-document.ts'
import { readText } from './text.ts'

type Reader = (bytes: Uint8Array, limits: Limits) => ReadResult | Promise<ReadResult>

const imageReader =
  (mediaType: string): Reader =>
  async (bytes, limits) =>
    (await import('./ocr/image.ts')).readImage(bytes, mediaType, limits)

/** Readers are loaded when the first file of their format comes: the one for PDF takes a tenth of a second. */
const READERS: Readonly<Record<Format, Reader>> = {
  text: readText,
  docx: async bytes => (await import('./docx/docx.ts')).readDocx(bytes),
  pdf: async (bytes, limits) => (await import('./pdf/pdf.ts')).readPdf(bytes, limits),
  png: imageReader('image/png'),
  jpeg: imageReader('image/jpeg'),
  tiff: imageReader('image/tiff'),
}

/**
 * Reads a file of any supported type, told from its bytes alone: plain text, .docx, .pdf, or a scan as .png, .jpg or .tif.
 * Every content gives a value: the document as read, or the problem that keeps it from being read. Problems: `empty-file`,
 * `too-large`, `unsupported-type`, `legacy-word`, `needs-ocr`, `password-protected`, `damaged-file`, `not-utf8`,
 * `expands-too-far`, `too-many-pages`, `too-many-pixels`, `too-much-text`, `not-recognised`, `ocr-missing`, `no-text`.
 * @param limits what exceeds them is refused: bytes of the file, pages, UTF-16 units of text
 */
export async function readDocument(bytes: Uint8Array, limits: Limits): Promise<ReadResult> {
  if (bytes.length === 0) return refuse(problem('empty-file'))
  if (bytes.length > limits.maxBytes) return refuse(problem('too-large', { limit: limits.maxBytes }))
  const sniffed = await sniff(bytes)
  if ('problem' in sniffed) return refuse(sniffed.problem)
  const result = await READERS[sniffed.format](bytes, limits)
  if (!result.ok) return result
  if (result.document.text.length > limits.maxCharacters) {
    return refuse(problem('too-much-text', { limit: limits.maxCharacters }))
  }
  return holdsLetters(result.document) ? result : refuse(problem('no-text'))
}

const holdsLetters = (document: SourceDocument): boolean => /\p{L}/u.test(document.text)

const refuse = (why: Problem): ReadResult => ({ ok: false, problem: why })
