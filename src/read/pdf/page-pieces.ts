import { type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { intoFrame, type PageSize, type Turn, turnOf } from './frame.ts'

/** A piece of text as the file sets it, in points in the frame of its direction: x along the line, y down the page. */
export interface Piece {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** Font size. */
  readonly size: number
  /** The file sets white space between the piece before and this one. */
  readonly spaceBefore: boolean
  /** The file begins a new line of text with the piece: what stands beside it on the page was set apart from it. */
  readonly beginsLine: boolean
  /** The font by the name that the library gives it in this page. */
  readonly font?: string
}

/** All text of a page, by direction; the direction of most of the text comes first. */
export interface PagePieces {
  readonly size: PageSize
  readonly directions: readonly { readonly turn: Turn; readonly pieces: readonly Piece[] }[]
}

/** Takes the positioned text out of a page, with the page's rotation applied. */
export async function pagePieces(page: PDFPageProxy): Promise<PagePieces> {
  const viewport = page.getViewport({ scale: 1 })
  const size = { width: viewport.width, height: viewport.height }
  const byTurn = new Map<Turn, Piece[]>()
  const content = await page.getTextContent()
  let spaceBefore = false
  let beginsLine = true
  for (const item of content.items) {
    if (!('str' in item)) continue
    const text = cleaned(item.str)
    if (text.trim() === '') {
      spaceBefore ||= text !== ''
      beginsLine ||= item.hasEOL
      continue
    }
    const [a, b, c, d, x, y]: number[] = Util.transform(viewport.transform, item.transform)
    const turn = turnOf(a ?? 1, b ?? 0)
    const [left, baseline] = intoFrame(turn, size, x ?? 0, y ?? 0)
    const height = Math.hypot(c ?? 0, d ?? 0) || item.height || 1
    const pieces = byTurn.get(turn) ?? []
    byTurn.set(turn, pieces)
    pieces.push({
      text,
      left,
      right: left + item.width,
      baseline,
      size: height,
      spaceBefore,
      beginsLine,
      font: item.fontName,
    })
    spaceBefore = false
    beginsLine = item.hasEOL
  }
  const directions = [...byTurn].map(([turn, pieces]) => ({ turn, pieces }))
  directions.sort((one, other) => lettersIn(other.pieces) - lettersIn(one.pieces))
  return { size, directions }
}

/** White space of any kind is a space; control characters are glyphs that the file gives no meaning. */
const cleaned = (text: string): string =>
  text
    .replace(/[\s\u00A0]+/g, ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
    .replace(/[\u0000-\u001F\u007F]/g, '')

const lettersIn = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + piece.text.length, 0)
