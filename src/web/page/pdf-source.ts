import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { addressOf, request } from '../api/client.ts'
import { inTurn } from './in-turn.ts'
import type { PageSize } from './lay-out-pages.ts'
import { drawingFailure, openingFailure } from './page-failures.ts'
import type { PageSource } from './page-source.ts'
import { loadPdfjs } from './pdfjs.ts'

/** Where the build puts the library's character maps, fonts and decoders. */
const FILES = `${import.meta.env.BASE_URL}assets/pdfjs-${__PDFJS_VERSION__}/`

/** Points of a canvas: browsers refuse larger ones, or have no memory left for the next. */
const MOST_PIXELS = 16_000_000

/**
 * Opens the PDF of a document, for as long as the signal does not abort.
 * @throws ApiError why it cannot be shown: the original is gone, damaged, or behind a password
 */
export async function openPdfSource(id: string, signal: AbortSignal): Promise<PageSource> {
  const [{ library, worker, orBroken }, data] = await Promise.all([
    loadPdfjs(),
    request(addressOf.original(id), { signal }).then(response => response.arrayBuffer()),
  ])
  signal.throwIfAborted()
  const task = library.getDocument({
    data,
    worker,
    cMapUrl: `${FILES}cmaps/`,
    standardFontDataUrl: `${FILES}standard_fonts/`,
    // Decoders in plain JavaScript: the content security policy allows no WebAssembly.
    wasmUrl: `${FILES}wasm/`,
    useWasm: false,
    isEvalSupported: false,
    enableXfa: false,
  })
  const close = () => void task.destroy()
  signal.addEventListener('abort', close, { once: true })
  try {
    const pdf = await orBroken(task.promise)
    const first = sizeOf(await pdf.getPage(1))
    const takeTurn = inTurn()
    return {
      isSameAtEveryScale: false,
      sizes: Array.from({ length: pdf.numPages }, () => first),
      measure: () => measured(pdf, first),
      draw: (number, scale, stop) => takeTurn(() => drawn(pdf, number, scale, stop), stop),
      words: async (number, stop) => {
        const page = await pdf.getPage(number)
        stop.throwIfAborted()
        // Made apart from what is shown: there each word that is measured would have all before it styled anew.
        const layer = document.createElement('div')
        layer.className = 'sheet-words'
        layer.lang = 'vi'
        const words = new library.TextLayer({
          textContentSource: page.streamTextContent(),
          container: layer,
          viewport: page.getViewport({ scale: 1 }),
        })
        stop.addEventListener('abort', () => words.cancel(), { once: true })
        await words.render()
        return layer
      },
    }
  } catch (error) {
    close()
    signal.throwIfAborted()
    throw openingFailure(error)
  }
}

const sizeOf = (page: PDFPageProxy): PageSize => {
  const { width, height } = page.getViewport({ scale: 1 })
  return { width, height }
}

/** A page that is damaged is taken to be as large as the first. */
const measured = (pdf: PDFDocumentProxy, first: PageSize): Promise<PageSize[]> =>
  Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1).then(sizeOf, () => first)))

async function drawn(
  pdf: PDFDocumentProxy,
  number: number,
  scale: number,
  signal: AbortSignal,
): Promise<HTMLCanvasElement> {
  let task: RenderTask | null = null
  signal.addEventListener('abort', () => task?.cancel(), { once: true })
  try {
    const page = await pdf.getPage(number)
    signal.throwIfAborted()
    const canvas = document.createElement('canvas')
    const { width, height } = sizeOf(page)
    const most = Math.sqrt(MOST_PIXELS / (width * height))
    const viewport = page.getViewport({ scale: Math.min(scale * devicePixelRatio, most) })
    canvas.width = Math.ceil(viewport.width)
    canvas.height = Math.ceil(viewport.height)
    task = page.render({ canvas, viewport })
    await task.promise
    return canvas
  } catch (error) {
    signal.throwIfAborted()
    throw drawingFailure(number, error)
  }
}
