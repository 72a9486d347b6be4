import type { Raster } from './raster.ts'

/** Channels of a pixel may differ so much in a page without colour: compression leaves traces of it. */
const GREY = 6

/** Samples of red, green, blue and cover in turn, on white paper, as a raster: of one channel where it holds no colour. */
export function rasterOfRgba(rgba: ArrayLike<number>, width: number, height: number, dpi: number): Raster {
  const coloured = holdsColour(rgba, width * height)
  const channels = coloured ? 3 : 1
  const data = new Uint8Array(width * height * channels)
  for (let at = 0, to = 0; to < data.length; at += 4) {
    const cover = rgba[at + 3] ?? 255
    const paper = 255 - cover
    for (let channel = 0; channel < channels; channel++)
      data[to++] = cover === 255 ? (rgba[at + channel] ?? 0) : paper + ((rgba[at + channel] ?? 0) * cover) / 255
  }
  return { data, width, height, channels, dpi }
}

/** Samples of red, green and blue in turn as a raster: of one channel where it holds no colour. */
export function rasterOfRgb(rgb: Uint8Array, width: number, height: number, dpi: number): Raster {
  const data = new Uint8Array(width * height)
  for (let i = 0, at = 0; i < data.length; i++, at += 3) {
    const green = rgb[at + 1] ?? 0
    if (differs(rgb[at] ?? 0, green, rgb[at + 2] ?? 0)) return { data: rgb, width, height, channels: 3, dpi }
    data[i] = green
  }
  return { data, width, height, channels: 1, dpi }
}

function holdsColour(rgba: ArrayLike<number>, pixels: number): boolean {
  for (let i = 0, at = 0; i < pixels; i++, at += 4)
    if (differs(rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0)) return true
  return false
}

const differs = (red: number, green: number, blue: number): boolean =>
  red - green > GREY || green - red > GREY || blue - green > GREY || green - blue > GREY
