import { fileTypeFromBuffer } from 'file-type'
import { type Problem, problem } from '../problem.ts'
import { compoundFileProblem, isCompoundFile } from './compound-file.ts'
import { looksLikeText } from './controls.ts'
import { decodeText, unicodeEncodingOf } from './decode-text.ts'
import { isZip, readZipDirectory } from './zip-directory.ts'

/** The formats that have a reader. */
export type Format = 'text' | 'docx' | 'pdf' | 'png' | 'jpeg' | 'tiff'

/** What a file is, told from its bytes alone: a format that can be read, or the problem that says what it is instead. */
export type Sniffed = { readonly format: Format } | { readonly problem: Problem }

/** Readers of PDF accept its signature anywhere in the first kilobyte (ISO 32000-1, annex H, note 13). */
const PDF_SIGNATURE_WITHIN = 1024

/** Formats whose files begin with printable characters but are not running text (lower case, after spaces). */
const PRINTABLE_SIGNATURES: readonly (readonly [start: string, mediaType: string])[] = [
  ['{\\rtf', 'application/rtf'],
  ['<!doctype html', 'text/html'],
  ['<html', 'text/html'],
  ['<?xml', 'application/xml'],
  ['mz', 'application/x-msdownload'],
  ['%!ps', 'application/postscript'],
  ['gif8', 'image/gif'],
  ['rar!', 'application/x-rar-compressed'],
]

/**
 * Tells the type of a file from its content; the name it came under plays no part. Text is what has no control characters
 * and doesn't begin like another format, in whatever encoding.
 * Problems: `unsupported-type` (with the media type found), `legacy-word`, `password-protected`,
 * `damaged-file` (a zip container without its directory).
 */
export async function sniff(bytes: Uint8Array): Promise<Sniffed> {
  if (isPdf(bytes)) return { format: 'pdf' }
  if (isZip(bytes)) return sniffZip(bytes)
  if (isCompoundFile(bytes)) return { problem: compoundFileProblem(bytes) }
  if (isPlainText(bytes)) {
    const mediaType = printableFormat(bytes)
    return mediaType === null ? { format: 'text' } : { problem: unreadable(mediaType) }
  }
  const mediaType = (await mediaTypeOf(bytes)) ?? (isTiff(bytes) ? 'image/tiff' : 'application/octet-stream')
  const format = SCANS.get(mediaType)
  return format === undefined ? { problem: unreadable(mediaType) } : { format }
}

function isPdf(bytes: Uint8Array): boolean {
  const start = beginning(bytes, PDF_SIGNATURE_WITHIN)
  if (/^\s*%PDF-\d/.test(start)) return true
  return /%PDF-[12]\.\d/.test(start) && !isPlainText(bytes)
}

function isPlainText(bytes: Uint8Array): boolean {
  if (unicodeEncodingOf(bytes) === 'utf-8') return looksLikeText(bytes)
  const decoded = decodeText(bytes)
  return 'text' in decoded && looksLikeText(decoded.text)
}

function printableFormat(bytes: Uint8Array): string | null {
  const start = beginning(bytes, 512)
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart()
    .toLowerCase()
  return PRINTABLE_SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1] ?? null
}

async function sniffZip(bytes: Uint8Array): Promise<Sniffed> {
  const entries = readZipDirectory(bytes)
  if (entries === null) return { problem: problem('damaged-file', { detail: 'zip directory not found' }) }
  const mediaType = await mediaTypeOf(bytes)
  if (mediaType?.endsWith('wordprocessingml.document') || entries.some(entry => entry.name === 'word/document.xml')) {
    return { format: 'docx' }
  }
  return { problem: unreadable(mediaType ?? 'application/zip') }
}

/** file-type throws on some files that end early; then nothing is known. */
const mediaTypeOf = (bytes: Uint8Array): Promise<string | undefined> =>
  fileTypeFromBuffer(bytes).then(
    type => type?.mime,
    () => undefined,
  )

const unreadable = (mediaType: string): Problem => problem('unsupported-type', { detected: mediaType })

/** file-type looks further into the file, which may be cut off there. */
const isTiff = (bytes: Uint8Array): boolean => /^(?:II\*\0|MM\0\*)/.test(beginning(bytes, 4))

/** Pictures that are read as scans, by their media type. */
const SCANS: ReadonlyMap<string, Format> = new Map([
  ['image/png', 'png'],
  ['image/apng', 'png'],
  ['image/jpeg', 'jpeg'],
  ['image/tiff', 'tiff'],
])

const beginning = (bytes: Uint8Array, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.byteLength)).toString('latin1')
