import type { StoredPicture } from './stored-pictures.ts'

/** No other picture of a page is three pixels high. */
const HEIGHT = 3

/**
 * A copy of a PDF in which pictures are replaced by small ones, each of a width of its own, at the same places: the library that says
 * where a page draws them takes far longer to decode them than others do.
 */
export interface StandIns {
  readonly bytes: Uint8Array
  /** The picture that one of the given size stands for; undefined where it is one of the file itself. */
  standsFor(width: number, height: number): StoredPicture | undefined
}

/** @returns null where no picture can be replaced */
export function withStandIns(file: Buffer, pictures: readonly StoredPicture[]): StandIns | null {
  const replaced: StoredPicture[] = []
  const bytes = new Uint8Array(file)
  const copy = Buffer.from(bytes.buffer)
  for (const picture of pictures) {
    const { dictionary, stream } = picture
    const [width, length] = [replaced.length + 1, stream.to - stream.from]
    const entries = [
      '/Type /XObject /Subtype /Image',
      `/Width ${width} /Height ${HEIGHT} /BitsPerComponent 1`,
      `/ColorSpace /DeviceGray /Length ${length}`,
    ]
    const text = `<<${entries.join(' ')}>>`
    const room = dictionary.to - dictionary.from
    if (text.length > room || Math.ceil(width / 8) * HEIGHT > length) continue
    copy.write(text.padStart(room), dictionary.from, 'latin1')
    replaced.push(picture)
  }
  if (replaced.length === 0) return null
  return { bytes, standsFor: (width, height) => (height === HEIGHT ? replaced[width - 1] : undefined) }
}
