import type { Raster } from '../raster.ts'

/** A page in shades of grey (the weights of ITU-R BT.601, in 256ths). A grey page is given back as it is. */
export function greyOf(page: Raster): Raster {
  if (page.channels === 1) return page
  const { data, width, height, dpi } = page
  const grey = new Uint8Array(width * height)
  for (let i = 0, at = 0; i < grey.length; i++, at += 3)
    grey[i] = (77 * (data[at] ?? 0) + 150 * (data[at + 1] ?? 0) + 29 * (data[at + 2] ?? 0)) >> 8
  return { data: grey, width, height, channels: 1, dpi }
}
