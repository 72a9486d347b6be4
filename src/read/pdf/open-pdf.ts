import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  getDocument,
  PasswordResponses,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Problem, problem } from '../../problem.ts'

/** An open PDF; `close` frees all that the library holds for it. */
export interface OpenPdf {
  readonly pdf: PDFDocumentProxy
  readonly close: () => Promise<void>
}

/** Character maps and metrics of the standard fonts, read from the package on disk. */
const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const folder = (name: string): string => join(PACKAGE, name, '/')

export interface OpenOptions {
  /**
   * Pictures of more pixels are left out of drawings; 0: all of them, -1: none. Reading a drawing decodes its pictures, which takes far
   * longer than all the rest.
   */
  readonly maxPictureArea: number
}

/**
 * Opens a PDF without network, scripts or fonts of the machine. The library mends cut off and damaged files where it can.
 * Problems: `password-protected`, `damaged-file`.
 */
export async function openPdf(
  bytes: Uint8Array,
  { maxPictureArea }: OpenOptions = { maxPictureArea: -1 },
): Promise<OpenPdf | { readonly problem: Problem }> {
  const loading = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    useWorkerFetch: false,
    enableXfa: false,
    maxImageSize: maxPictureArea,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    return { pdf: await loading.promise, close: () => loading.destroy() }
  } catch (error) {
    await closeQuietly(loading)
    return { problem: problemOf(error) }
  }
}

/** A task that failed to open may fail to close too; nothing is left of it either way. */
const closeQuietly = (loading: PDFDocumentLoadingTask): Promise<void> => loading.destroy().catch(() => undefined)

function problemOf(error: unknown): Problem {
  if (isPasswordError(error)) return problem('password-protected')
  return problem('damaged-file', { detail: (error instanceof Error ? error.message : String(error)).slice(0, 200) })
}

const isPasswordError = (error: unknown): boolean =>
  error instanceof Error &&
  error.name === 'PasswordException' &&
  'code' in error &&
  Object.values(PasswordResponses).includes(error.code as number)
