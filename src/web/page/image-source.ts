import type { ScanPages } from '../../http/schemas.ts'
import { addressOf, read, request } from '../api/client.ts'
import { ApiError } from '../api/failure.ts'
import { pageNotDrawn } from './page-failures.ts'
import type { PageSource } from './page-source.ts'

/**
 * Opens the pages of a scan, which the server gives as pictures that every browser shows.
 * @throws ApiError why they cannot be shown
 */
export async function openImageSource(id: string, signal: AbortSignal): Promise<PageSource> {
  const { pages } = await read<ScanPages>(addressOf.pages(id), { signal })
  return {
    isSameAtEveryScale: true,
    sizes: pages,
    measure: () => Promise.resolve(pages),
    draw: (number, _scale, stop) => picture(id, number, stop),
    words: null,
  }
}

async function picture(id: string, number: number, signal: AbortSignal): Promise<HTMLImageElement> {
  const response = await request(addressOf.page(id, number), { signal })
  const address = URL.createObjectURL(await response.blob())
  const image = new Image()
  image.alt = ''
  image.draggable = false
  image.src = address
  try {
    await image.decode()
  } catch {
    throw new ApiError(pageNotDrawn(number, 'image'))
  } finally {
    URL.revokeObjectURL(address)
  }
  signal.throwIfAborted()
  return image
}
