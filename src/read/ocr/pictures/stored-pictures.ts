import { isDictionary, isReference, type PdfDictionary, type PdfValue, pdfValueAt } from './pdf-value.ts'

/** A picture as a PDF stores it: its dictionary and its stream, by their places in the file, ends excluded. */
export interface StoredPicture {
  readonly dictionary: Place
  readonly stream: Place
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3
  readonly packing: Packing
}

interface Place {
  readonly from: number
  readonly to: number
}

/** How the samples are packed: as a JPEG, by deflate, or so that a PNG may hold them (deflate over rows with a predictor). */
export type Packing = 'jpeg' | 'deflate' | 'png'

/** So far before the name of its kind the dictionary of a picture begins, bytes, at most. */
const FAR = 2000

const AFTER = /^[\0\t\n\f\r ]*stream(?:\r\n|\n|\r)/
const BEFORE = /\d[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+obj[\0\t\n\f\r ]*$/
const CLOSED = /^[\0\t\n\f\r ]*endstream/

/** What makes of the samples more than a picture of grey or of red, green and blue. */
const UNUSUAL = ['/ImageMask', '/Mask', '/SMask', '/SMaskInData', '/Decode', '/F', '/Alternates']

/**
 * The pictures in a PDF whose samples are 8 bits of grey, or of red, green and blue, and packed in a way that other decoders know as
 * well. They are found by their objects, which never lie within others; of a file that is encrypted none are.
 */
export function storedPictures(file: Buffer): StoredPicture[] {
  if (file.includes('/Encrypt')) return []
  const found: StoredPicture[] = []
  let at = file.indexOf('/Image')
  while (at >= 0) {
    const picture = pictureAround(file, at)
    if (picture !== null) found.push(picture)
    at = file.indexOf('/Image', picture?.stream.to ?? at + 1)
  }
  return found
}

function pictureAround(file: Buffer, at: number): StoredPicture | null {
  const from = file.lastIndexOf('obj', at) + 'obj'.length
  if (from < 'obj'.length || at - from > FAR) return null
  if (!BEFORE.test(file.toString('latin1', Math.max(0, from - 40), from))) return null
  const parsed = pdfValueAt(file, from)
  if (parsed === null || !isDictionary(parsed.value) || parsed.end < at) return null
  const kind = kindOf(file, parsed.value)
  const begins = AFTER.exec(file.toString('latin1', parsed.end, parsed.end + 40))
  const length = numberOf(file, parsed.value.get('/Length'))
  if (kind === null || begins === null || length === null) return null
  const start = parsed.end + begins[0].length
  if (!CLOSED.test(file.toString('latin1', start + length, start + length + 20))) return null
  return { ...kind, dictionary: { from, to: parsed.end }, stream: { from: start, to: start + length } }
}

function kindOf(file: Buffer, entries: PdfDictionary): Omit<StoredPicture, 'dictionary' | 'stream'> | null {
  const [width, height] = [entries.get('/Width'), entries.get('/Height')]
  if (entries.get('/Subtype') !== '/Image' || entries.get('/BitsPerComponent') !== 8) return null
  if (!isSize(width) || !isSize(height) || UNUSUAL.some(name => entries.has(name))) return null
  const channels = channelsOf(file, entries.get('/ColorSpace'))
  const filter = only(entries.get('/Filter'))
  const parameters = only(entries.get('/DecodeParms')) ?? null
  if (channels === null) return null
  if (filter === '/DCTDecode' && parameters === null) return { width, height, channels, packing: 'jpeg' }
  if (filter !== '/FlateDecode') return null
  if (parameters === null) return { width, height, channels, packing: 'deflate' }
  if (!isDictionary(parameters)) return null
  const predictor = parameters.get('/Predictor') ?? 1
  if (predictor === 1) return { width, height, channels, packing: 'deflate' }
  const asPng =
    typeof predictor === 'number' &&
    predictor >= 10 &&
    parameters.get('/Columns') === width &&
    (parameters.get('/Colors') ?? 1) === channels &&
    (parameters.get('/BitsPerComponent') ?? 8) === 8
  return asPng ? { width, height, channels, packing: 'png' } : null
}

const isSize = (value: PdfValue | undefined): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0

/** The value, or the only one of an array; undefined of several, which no picture here has. */
const only = (value: PdfValue | undefined): PdfValue | undefined => {
  if (!Array.isArray(value)) return value
  return value.length === 1 ? value[0] : undefined
}

function channelsOf(file: Buffer, colours: PdfValue | undefined): 1 | 3 | null {
  if (colours === '/DeviceGray') return 1
  if (colours === '/DeviceRGB') return 3
  if (!Array.isArray(colours) || colours[0] !== '/ICCBased' || !isReference(colours[1])) return null
  const profile = objectOf(file, colours[1].object)
  const count = isDictionary(profile) ? profile.get('/N') : null
  return count === 1 || count === 3 ? count : null
}

const numberOf = (file: Buffer, value: PdfValue | undefined): number | null => {
  const number = isReference(value) ? objectOf(file, value.object) : value
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : null
}

/** What an object of its own is, as the file says last; undefined where it is not found, or lies within another. */
function objectOf(file: Buffer, object: number): PdfValue | undefined {
  for (let at = file.lastIndexOf(`${object} `); at >= 0; at = at === 0 ? -1 : file.lastIndexOf(`${object} `, at - 1)) {
    const head = /^\d+[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+obj/.exec(file.toString('latin1', at, at + 40))
    const isWhole = at === 0 || !/\d/.test(file.toString('latin1', at - 1, at))
    if (head !== null && isWhole) return pdfValueAt(file, at + head[0].length)?.value
  }
  return undefined
}
