/** What is drawn on a page, in points from its lower left corner as it is shown. */
export type Mark =
  | {
      readonly text: string
      readonly x: number
      readonly y: number
      readonly size?: number
      readonly upright?: boolean
    }
  | { readonly line: readonly [x0: number, y0: number, x1: number, y1: number]; readonly width?: number }
  | { readonly box: readonly [x: number, y: number, width: number, height: number]; readonly fill: boolean }
  | { readonly operators: string }

export interface DrawnPage {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
  /** How the page gets to its direction: by /Rotate, degrees clockwise, or by a matrix that turns all that is drawn. */
  readonly rotate?: 0 | 90 | 180 | 270
  readonly turnedBy?: 'page' | 'matrix'
}

/** A PDF with texts in Helvetica, lines and boxes. */
export function drawnPdf(pages: readonly DrawnPage[]): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  pages.forEach(({ width, height, marks, rotate = 0, turnedBy = 'page' }, i) => {
    const [w, h] = rotate % 180 === 0 ? [width, height] : [height, width]
    const turn = { 0: '1 0 0 1 0 0', 90: `0 1 -1 0 ${w} 0`, 180: `-1 0 0 -1 ${w} ${h}`, 270: `0 -1 1 0 0 ${h}` }[rotate]
    const content = `${turn} cm\n${marks.map(drawn).join('\n')}`
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Rotate ${turnedBy === 'page' ? rotate : 0} /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    )
  })
  const parts = ['%PDF-1.4\n']
  let length = parts[0]?.length ?? 0
  const offsets = objects.map((object, i) => {
    const offset = length
    const part = `${i + 1} 0 obj\n${object}\nendobj\n`
    parts.push(part)
    length += part.length
    return offset
  })
  parts.push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`,
    ...offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`),
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
  )
  return Buffer.from(parts.join(''), 'latin1')
}

function drawn(mark: Mark): string {
  if ('operators' in mark) return mark.operators
  if ('line' in mark) {
    const [x0, y0, x1, y1] = mark.line
    return `${mark.width ?? 0.5} w ${x0} ${y0} m ${x1} ${y1} l S`
  }
  if ('box' in mark) return `0.5 w ${mark.box.join(' ')} re ${mark.fill ? 'f' : 'S'}`
  const { text, x, y, size = 10, upright = false } = mark
  const matrix = upright ? `0 1 -1 0 ${x} ${y} Tm` : `${x} ${y} Td`
  return `BT /F1 ${size} Tf ${matrix} (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`
}

const WIDTHS =
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500'
    .split(' ')
    .map(Number)

/** The width of a text in Helvetica, in points. */
export const widthOf = (text: string, size = 10): number =>
  ([...text].reduce((sum, letter) => sum + (WIDTHS[(letter.codePointAt(0) ?? 32) - 32] ?? 556), 0) * size) / 1000

/** A text whose right end or middle is at `x`. */
export const endingAt = (text: string, x: number, y: number, size = 10): Mark => ({
  text,
  x: x - widthOf(text, size),
  y,
  size,
})
export const centredAt = (text: string, x: number, y: number, size = 10): Mark => ({
  text,
  x: x - widthOf(text, size) / 2,
  y,
  size,
})
