import type { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import { ApiError } from '../api/failure.ts'
import { noWorker } from './page-failures.ts'
import { unlessBroken } from './unless-broken.ts'

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

interface Pdfjs {
  readonly library: Library
  readonly worker: PDFWorker
  /** Settles as a promise does, or rejects when the worker cannot run: nothing would ever be answered then. */
  readonly orBroken: <T>(answer: Promise<T>) => Promise<T>
}

let loaded: Promise<Pdfjs> | null = null

/** The library that draws PDFs, a chunk of its own, with its one worker; loaded when the first PDF is shown. */
export const loadPdfjs = (): Promise<Pdfjs> => {
  loaded ??= load()
  return loaded
}

async function load(): Promise<Pdfjs> {
  // The worker starts while the library is on its way.
  const port = new Worker(workerAddress, { type: 'module' })
  const again = () => {
    loaded = null
  }
  const orBroken = unlessBroken(port, () => new ApiError(noWorker()))
  port.addEventListener('error', again, { once: true })
  try {
    const library: Library = await import('pdfjs-dist/legacy/build/pdf.min.mjs')
    // Its type leaves the port out of the parameters that its documentation names.
    const options = { port } as unknown as ConstructorParameters<typeof PDFWorker>[0]
    return { library, worker: new library.PDFWorker(options), orBroken }
  } catch (error) {
    // What the network has broken off may come with the next attempt.
    port.terminate()
    again()
    throw error
  }
}
