import { openImageSource } from './image-source.ts'
import type { PageSource } from './page-source.ts'
import { openPdfSource } from './pdf-source.ts'

interface Prepared {
  readonly id: string
  readonly opening: Promise<PageSource>
  readonly controller: AbortController
}

let prepared: Prepared | null = null

const open = (id: string, mediaType: string, signal: AbortSignal): Promise<PageSource> =>
  mediaType === 'application/pdf' ? openPdfSource(id, signal) : openImageSource(id, signal)

/**
 * Opens the pages of a document while what was read of it is still on its way. What fails here is told when they are to be shown.
 * @returns lets them go, unless they were taken
 */
export const prepareSource = (id: string, mediaType: string): (() => void) => {
  const controller = new AbortController()
  const opening = open(id, mediaType, controller.signal)
  opening.catch(() => undefined)
  const own = { id, opening, controller }
  prepared = own
  return () => {
    if (prepared !== own) return
    prepared = null
    controller.abort()
  }
}

/**
 * Opens the pages of a document, or takes those that were prepared, for as long as the signal does not abort.
 * @throws ApiError why they cannot be shown
 */
export const openSource = (id: string, mediaType: string, signal: AbortSignal): Promise<PageSource> => {
  if (prepared?.id !== id) return open(id, mediaType, signal)
  const { opening, controller } = prepared
  prepared = null
  signal.addEventListener('abort', () => controller.abort(), { once: true })
  return opening
}
