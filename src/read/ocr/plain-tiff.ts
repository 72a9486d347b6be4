import type { Raster } from './raster.ts'

/** Types of the values of a field (TIFF 6.0, section 2). */
const [SHORT, LONG, RATIO] = [3, 4, 5]

const HEADER = 8
const FIELD = 12

/**
 * What stands before and after the samples of a grey image in a TIFF without compression (TIFF 6.0, section 4, little-endian). Engines
 * read such a file far faster than a graymap from a pipe.
 * @returns `before`, then the samples as they are, then `after` make the file
 * @throws RangeError for an image in colour
 */
export function plainTiff({ data, width, height, channels, dpi }: Raster): { before: Uint8Array; after: Uint8Array } {
  if (channels !== 1) throw new RangeError('the image has one channel')
  // the directory begins at an even place
  const padding = (HEADER + data.length) % 2
  const directory = HEADER + data.length + padding
  const fields: (readonly [tag: number, type: number, value: number])[] = [
    [256, LONG, width],
    [257, LONG, height],
    [258, SHORT, 8],
    [259, SHORT, 1],
    [262, SHORT, 1],
    [273, LONG, HEADER],
    [277, SHORT, 1],
    [278, LONG, height],
    [279, LONG, data.length],
    [282, RATIO, 0],
    [283, RATIO, 0],
    [296, SHORT, 2],
  ]
  const ratioAt = directory + 2 + fields.length * FIELD + 4
  const before = Buffer.alloc(HEADER)
  before.write('II*\0', 'latin1')
  before.writeUInt32LE(directory, 4)
  const after = Buffer.alloc(padding + ratioAt + 8 - directory)
  after.writeUInt16LE(fields.length, padding)
  fields.forEach(([tag, type, value], i) => {
    const at = padding + 2 + i * FIELD
    after.writeUInt16LE(tag, at)
    after.writeUInt16LE(type, at + 2)
    after.writeUInt32LE(1, at + 4)
    after.writeUInt32LE(type === RATIO ? ratioAt : value, at + 8)
  })
  after.writeUInt32LE(Math.round(dpi * 100), after.length - 8)
  after.writeUInt32LE(100, after.length - 4)
  return { before, after }
}
