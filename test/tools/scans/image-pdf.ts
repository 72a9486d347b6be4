import { deflateSync } from 'node:zlib'
import { encoded, type Format } from './encode.ts'
import type { ScanPage } from './scan-page.ts'

/** Text of a PDF page, in points from the upper left corner: `box` is left, top, right, bottom. */
export interface LayerWord {
  readonly text: string
  readonly box: readonly [number, number, number, number]
  /** Drawn over the image; otherwise it is only there to be searched and copied. */
  readonly visible: boolean
}

/** A page of a PDF: one image or several strips of it, and what text stands over it. */
export interface ScannedSheet {
  readonly width: number
  readonly height: number
  readonly pictures: readonly Picture[]
  readonly layer: readonly LayerWord[]
}

interface Picture {
  readonly data: Buffer
  readonly dictionary: string
  /** From the upper edge, in points. */
  readonly top: number
  readonly height: number
}

/**
 * A page as scanners write it into a PDF.
 * @param strips the image is cut into so many pieces across
 */
export const sheetOf = async (
  page: ScanPage,
  format: Format,
  { strips = 1, layer = [] }: { strips?: number; layer?: readonly LayerWord[] } = {},
): Promise<ScannedSheet> => {
  const points = 72 / page.dpi
  const rows = Math.ceil(page.height / strips)
  const pictures: Picture[] = []
  for (let top = 0; top < page.height; top += rows) {
    const height = Math.min(rows, page.height - top)
    const row = page.width * page.channels
    const piece = { ...page, height, data: page.data.subarray(top * row, (top + height) * row) }
    pictures.push({ ...(await picture(piece, format)), top: top * points, height: height * points })
  }
  return { width: page.width * points, height: page.height * points, pictures, layer }
}

const picture = async (page: ScanPage, format: Format): Promise<Pick<Picture, 'data' | 'dictionary'>> => {
  const colours = page.channels === 1 ? '/DeviceGray' : '/DeviceRGB'
  const size = `/Width ${page.width} /Height ${page.height} /ColorSpace ${colours}`
  if (format.kind === 'jpeg')
    return { data: await encoded(page, format), dictionary: `${size} /BitsPerComponent 8 /Filter /DCTDecode` }
  const samples = format.bits === 1 ? packed(page) : page.data
  return { data: deflateSync(samples), dictionary: `${size} /BitsPerComponent ${format.bits} /Filter /FlateDecode` }
}

/** Eight pixels a byte, rows padded to whole bytes, 1 is white. */
const packed = ({ data, width, height }: ScanPage): Buffer => {
  const stride = Math.ceil(width / 8)
  const bits = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if ((data[y * width + x] ?? 0) > 127)
        bits[y * stride + (x >> 3)] = (bits[y * stride + (x >> 3)] ?? 0) | (128 >> (x & 7))
  return bits
}

/**
 * Writes a PDF of scanned sheets. The font of text layers is not embedded; each UTF-16 unit is its own code, and a table says so.
 */
export const scannedPdf = (sheets: readonly ScannedSheet[]): Buffer => {
  const objects: Buffer[] = []
  const add = (body: string, stream?: Buffer): number => {
    objects.push(
      stream
        ? Buffer.concat([
            Buffer.from(`<< ${body} /Length ${stream.length} >>\nstream\n`),
            stream,
            Buffer.from('\nendstream'),
          ])
        : Buffer.from(body),
    )
    return objects.length
  }
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add('')
  const unicode = add('', Buffer.from(TO_UNICODE))
  const descendant = add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /TimesNewRomanPSMT /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /TimesNewRomanPSMT /Flags 4 /FontBBox [0 -250 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -250 /CapHeight 660 /StemV 80 >> >>',
  )
  const font = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /TimesNewRomanPSMT /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${unicode} 0 R >>`,
  )
  const kids = sheets.map(sheet => {
    const images = sheet.pictures.map(({ dictionary, data }) =>
      add(`/Type /XObject /Subtype /Image ${dictionary}`, data),
    )
    const contents = add('', Buffer.from(contentOf(sheet)))
    const names = images.map((image, i) => `/I${i} ${image} 0 R`).join(' ')
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${points(sheet.width)} ${points(sheet.height)}] /Resources << /XObject << ${names} >> /Font << /F ${font} 0 R >> >> /Contents ${contents} 0 R >>`,
    )
  })
  objects[1] = Buffer.from(
    `<< /Type /Pages /Kids [${kids.map(kid => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`,
  )
  return fileOf(objects)
}

const contentOf = ({ width, height, pictures, layer }: ScannedSheet): string => {
  const drawn = pictures.map(
    ({ top, height: h }, i) => `q ${points(width)} 0 0 ${points(h)} 0 ${points(height - top - h)} cm /I${i} Do Q`,
  )
  const words = layer.map(({ text, box: [left, top, right, bottom], visible }) => {
    const size = Math.max(4, bottom - top)
    const stretch = (100 * (right - left)) / (0.5 * size * text.length)
    const codes = Buffer.from(text, 'utf16le').swap16().toString('hex')
    return `BT /F ${points(size)} Tf ${visible ? 0 : 3} Tr ${points(stretch)} Tz ${points(left)} ${points(height - bottom)} Td <${codes}> Tj ET`
  })
  return [...drawn, ...words].join('\n')
}

const points = (value: number): string => value.toFixed(2)

const TO_UNICODE = `/CIDInit /ProcSet findresource begin
12 dict begin begincmap /CMapName /Same def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end`

const fileOf = (objects: readonly Buffer[]): Buffer => {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  let length = parts[0]?.length ?? 0
  const put = (part: Buffer) => {
    parts.push(part)
    length += part.length
  }
  const offsets = objects.map((object, i) => {
    const offset = length
    put(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]))
    return offset
  })
  const table = length
  const rows = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  put(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}
