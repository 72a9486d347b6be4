import type { Raster } from './raster.ts'

/**
 * A grey image in the form that every engine reads without decoding (netpbm, `P5`).
 * @throws RangeError for an image in colour
 */
export function portableGraymap({ data, width, height, channels }: Raster): Buffer {
  if (channels !== 1) throw new RangeError('a graymap has one channel')
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), data])
}
