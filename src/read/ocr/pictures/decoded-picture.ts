import { constants, crc32, inflateSync } from 'node:zlib'
import sharp from 'sharp'
import { rasterOfRgb } from '../grey-or-colour.ts'
import type { Raster } from '../raster.ts'
import type { StoredPicture } from './stored-pictures.ts'

/**
 * Takes a picture out of a PDF: its own samples, neither drawn nor brought to other colours.
 * @returns null where the samples are not what the file says of them
 */
export async function decodedPicture(file: Buffer, picture: StoredPicture, dpi: number): Promise<Raster | null> {
  const { width, height, channels, packing, stream } = picture
  const packed = file.subarray(stream.from, stream.to)
  const samples = packing === 'deflate' ? inflated(packed, width * height * channels) : await decoded(packed, picture)
  if (samples === null) return null
  if (channels === 3) return rasterOfRgb(samples, width, height, dpi)
  return { data: samples, width, height, channels: 1, dpi }
}

function inflated(packed: Buffer, size: number): Uint8Array | null {
  try {
    // at once into as much room as it takes
    const samples = inflateSync(packed, { chunkSize: size + 64, finishFlush: constants.Z_SYNC_FLUSH })
    return samples.length < size ? null : samples.subarray(0, size)
  } catch {
    return null
  }
}

async function decoded(packed: Buffer, picture: StoredPicture): Promise<Uint8Array | null> {
  const { width, height, channels, packing } = picture
  try {
    const bytes = packing === 'png' ? asPng(packed, picture) : packed
    const image = sharp(bytes, { failOn: 'error', ignoreIcc: true, limitInputPixels: width * height })
    const found = await image.metadata()
    if (found.channels !== channels || found.width !== width || found.height !== height) return null
    const samples = await image
      .toColourspace(channels === 1 ? 'b-w' : 'srgb')
      .raw({ depth: 'uchar' })
      .toBuffer()
    return samples.length === width * height * channels ? samples : null
  } catch {
    return null
  }
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** Rows with a predictor, packed by deflate, are what a PNG holds (ISO 32000-1, 7.4.4.4; PNG, 10.1). */
function asPng(packed: Buffer, { width, height, channels }: StoredPicture): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, channels === 1 ? 0 : 2], 8)
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))])
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
