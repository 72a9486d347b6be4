import type { Random } from '../../../support/random.ts'
import { imageOf, inGrey, type ScanPage, type Step, withImage } from '../scan-page.ts'

/** @param sigma in pixels */
export const blur =
  (sigma: number): Step =>
  async page =>
    await withImage(page, imageOf(page).blur(sigma))

/** @param sigma standard deviation, in steps of 255 */
export const noise =
  (sigma: number): Step =>
  async (page, random) => {
    const table = Float32Array.from({ length: 65_536 }, () => sigma * random.normal())
    return mapped(page, value => value + (table[Math.floor(random.next() * table.length)] ?? 0))
  }

/** Noise as a scanner leaves it after its own smoothing: each pixel shares it with its neighbours. @param sigma as above */
export const grain =
  (sigma: number): Step =>
  async (page, random) => {
    const { width, height } = page
    const own = Float32Array.from({ length: 65_536 }, () => (sigma * random.normal()) / 2)
    const field = Float32Array.from({ length: width * height }, () => own[Math.floor(random.next() * own.length)] ?? 0)
    const data = new Uint8ClampedArray(page.data.length)
    for (let i = 0; i < data.length; i++) {
      const at = Math.floor(i / page.channels)
      const shared = at + width + 1 < field.length ? at : at - width - 1
      const sum = [0, 1, width, width + 1].reduce((total, step) => total + (field[shared + step] ?? 0), 0)
      data[i] = (page.data[i] ?? 0) + sum
    }
    return { ...page, data: new Uint8Array(data.buffer) }
  }

/** Specks of dust and of toner. @param perSquareInch how many on average */
export const specks =
  (perSquareInch: number): Step =>
  async (page, random) => {
    const data = Uint8Array.from(page.data)
    const { width, height, channels, dpi } = page
    const count = Math.round((perSquareInch * width * height) / dpi ** 2)
    for (let i = 0; i < count; i++) {
      const size = random.between(0.5, 2.2) * (dpi / 300)
      const [x, y] = [random.between(0, width), random.between(0, height)]
      for (let dy = -Math.ceil(size); dy <= size; dy++)
        for (let dx = -Math.ceil(size); dx <= size; dx++)
          if (dx * dx + dy * dy <= size * size)
            darken(data, width, height, channels, Math.round(x + dx), Math.round(y + dy))
    }
    return { ...page, data }
  }

const darken = (data: Uint8Array, width: number, height: number, channels: number, x: number, y: number): void => {
  if (x < 0 || y < 0 || x >= width || y >= height) return
  data.fill(40, (y * width + x) * channels, (y * width + x + 1) * channels)
}

/** Grey paper under uneven light. @param white the brightest paper, 0–255 @param fall how much darker the far edge is */
export const paper =
  (white: number, fall: number): Step =>
  async page => {
    const { width, height, channels } = page
    const data = new Uint8Array(page.data.length)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const light = (white - fall * ((0.7 * x) / width + (0.3 * y) / height)) / 255
        for (let c = 0; c < channels; c++) {
          const i = (y * width + x) * channels + c
          data[i] = (page.data[i] ?? 255) * light
        }
      }
    return { ...page, data }
  }

/** Worn ribbon or little toner: the print is pale, in places paler. @param strength of the ink, 0–1 */
export const faint =
  (strength: number): Step =>
  async (page, random) => {
    const field = await clouds(page, random, 24)
    const { channels } = page
    return {
      ...page,
      data: page.data.map((value, i) => {
        const ink = 1 - value / 255
        return 255 * (1 - ink * Math.min(1, strength * (0.55 + 0.9 * (field[Math.floor(i / channels)] ?? 0))))
      }),
    }
  }

/** Light and dark clouds over the page, 0–1. @param cells how many across the page */
const clouds = async ({ width, height }: ScanPage, random: Random, cells: number): Promise<Float32Array> => {
  const rows = Math.ceil((cells * height) / width)
  const data = Uint8Array.from({ length: cells * rows }, () => Math.floor(random.between(0, 256)))
  const small = { data, width: cells, height: rows, channels: 1 as const, dpi: 1, words: [] }
  const large = await withImage(small, imageOf(small).resize(width, height, { fit: 'fill', kernel: 'cubic' }))
  return Float32Array.from(large.data, value => value / 255)
}

/** What is printed on the back shines through, mirrored. @param strength 0–1 @param back the page there; without it this one */
export const showThrough =
  (strength: number, back?: ScanPage): Step =>
  async page => {
    const other = await inGrey(back ?? page)
    const mirrored = await withImage(
      other,
      imageOf(other)
        .flop()
        .resize(page.width, page.height, { fit: 'fill' })
        .blur(page.dpi / 120),
    )
    const { channels } = page
    return {
      ...page,
      data: page.data.map((value, i) => {
        const ink = 1 - (mirrored.data[Math.floor(i / channels)] ?? 255) / 255
        return value * (1 - strength * ink)
      }),
    }
  }

/** Black and white only, as a fax or a copier in text mode gives it. @param threshold what is darker becomes black */
export const twoLevels =
  (threshold: number): Step =>
  async page =>
    mapped(await inGrey(page), value => (value < threshold ? 0 : 255))

/** Letters break or run together as a copy of a copy has them. @param pixels blur of each copy */
export const copied =
  (pixels: number, threshold: number): Step =>
  async (page, random) =>
    await twoLevels(threshold)(await noise(18)(await blur(pixels)(page, random), random), random)

const mapped = (page: ScanPage, of: (value: number) => number): ScanPage => {
  const data = new Uint8ClampedArray(page.data.length)
  for (let i = 0; i < data.length; i++) data[i] = of(page.data[i] ?? 0)
  return { ...page, data: new Uint8Array(data.buffer) }
}
