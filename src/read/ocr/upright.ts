import type { Affine, Raster } from './raster.ts'

/**
 * Turns an image by quarters, and mirrors it, so that it stands as the page shows it.
 * @param toPage from its pixels to the page as shown; along the axes
 * @returns the image turned, and the way from its pixels to the page
 */
export function upright(image: Raster, toPage: Affine): { readonly raster: Raster; readonly toPage: Affine } {
  const [a, b, c, d, e, f] = toPage
  const isTurned = Math.abs(b) > Math.abs(a)
  const [right, down] = isTurned ? [c, b] : [a, d]
  if (!isTurned && right > 0 && down > 0) return { raster: image, toPage }
  const { data, channels } = image
  const [width, height] = isTurned ? [image.height, image.width] : [image.width, image.height]
  // steps in pixels of the image given, for one to the right and one down in the one made
  const alongX = isTurned ? image.width : 1
  const alongY = isTurned ? 1 : image.width
  const first = (right > 0 ? 0 : (width - 1) * alongX) + (down > 0 ? 0 : (height - 1) * alongY)
  const [stepX, stepY] = [Math.sign(right) * alongX, Math.sign(down) * alongY]
  const made = new Uint8Array(data.length)
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0, at = first + y * stepY; x < width; x++, at += stepX)
      for (let channel = 0; channel < channels; channel++) made[to++] = data[at * channels + channel] ?? 0
  const left = right > 0 ? e : e + width * right
  const top = down > 0 ? f : f + height * down
  return { raster: { ...image, data: made, width, height }, toPage: [Math.abs(right), 0, 0, Math.abs(down), left, top] }
}
