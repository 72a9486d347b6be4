import { OPS, type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Box } from '../../src/contract/index.ts'
import { openPdf } from '../../src/read/pdf/open-pdf.ts'

/** A straight line of the drawing along an axis: `at` says where it stands across it. Points from the upper left corner. */
export interface Rule {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** A stretch of text as the library joins it: where the middle of its letters begins, is and ends. */
export interface SetText {
  readonly text: string
  readonly begin: Point
  readonly middle: Point
  readonly end: Point
}

export type Point = readonly [x: number, y: number]

/** What is drawn on a page, taken from the file without the program's reader. The page's rotation is applied. */
export interface DrawnPage {
  readonly width: number
  readonly height: number
  readonly horizontal: readonly Rule[]
  readonly vertical: readonly Rule[]
  readonly texts: readonly SetText[]
}

/** The pages of a PDF, from the first. @throws where it cannot be opened */
export async function drawnPages(bytes: Uint8Array): Promise<DrawnPage[]> {
  const opened = await openPdf(bytes)
  if ('problem' in opened) throw new Error(opened.problem.code)
  const pages: DrawnPage[] = []
  for (let number = 1; number <= opened.pdf.numPages; number++)
    pages.push(await drawnPage(await opened.pdf.getPage(number)))
  await opened.close()
  return pages
}

async function drawnPage(page: PDFPageProxy): Promise<DrawnPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const edges = await strokedEdges(page, transform)
  const across = edges.filter(([[, y1], [, y2]]) => Math.abs(y1 - y2) < STRAIGHT)
  const down = edges.filter(([[x1], [x2]]) => Math.abs(x1 - x2) < STRAIGHT)
  return {
    width,
    height,
    horizontal: across.map(([[x1, y1], [x2, y2]]) => rule((y1 + y2) / 2, x1, x2)),
    vertical: down.map(([[x1, y1], [x2, y2]]) => rule((x1 + x2) / 2, y1, y2)),
    texts: await setTexts(page, transform),
  }
}

/** Points by which the ends of a straight rule may differ. */
const STRAIGHT = 0.5

const rule = (at: number, one: number, other: number): Rule => ({
  at,
  from: Math.min(one, other),
  to: Math.max(one, other),
})

/** Codes of a path's steps in the library's operator list. */
const MOVE = 0
const LINE = 1

/** The straight edges of every path that is stroked; such PDFs rule their tables with nothing else. */
async function strokedEdges(page: PDFPageProxy, viewport: number[]): Promise<(readonly [Point, Point])[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const edges: (readonly [Point, Point])[] = []
  const saved: number[][] = []
  let transform = viewport
  fnArray.forEach((operator, i) => {
    const args: readonly unknown[] = argsArray[i] ?? []
    if (operator === OPS.save) saved.push(transform)
    else if (operator === OPS.restore) transform = saved.pop() ?? viewport
    else if (operator === OPS.transform) transform = Util.transform(transform, args as number[])
    else if (operator === OPS.constructPath && args[0] === OPS.stroke)
      edges.push(...edgesOf((args[1] as [ArrayLike<number>])[0], transform))
  })
  return edges
}

function edgesOf(path: ArrayLike<number>, transform: number[]): (readonly [Point, Point])[] {
  const edges: (readonly [Point, Point])[] = []
  let last: Point = [0, 0]
  for (let i = 0; i + 2 < path.length && (path[i] === MOVE || path[i] === LINE); i += 3) {
    const point = onPage(transform, path[i + 1] ?? 0, path[i + 2] ?? 0)
    if (path[i] === LINE) edges.push([last, point])
    last = point
  }
  return edges
}

async function setTexts(page: PDFPageProxy, viewport: number[]): Promise<SetText[]> {
  const { items } = await page.getTextContent()
  return items.flatMap(item => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0]: number[] = item.transform
    const size = Math.hypot(a, b)
    const up = 0.3
    const at = (share: number): Point => {
      const right = (item.width / size) * share
      return onPage(viewport, x + a * right + c * up, y + b * right + d * up)
    }
    return [{ text: item.str, begin: at(0), middle: at(0.5), end: at(1) }]
  })
}

const onPage = ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: number[], x: number, y: number): Point => [
  a * x + c * y + e,
  b * x + d * y + f,
]

/**
 * The texts that stand wholly in a box, without their white space. `torn` says that another one reaches over its edge: the
 * library joins what stands close together, though a rule parts it.
 */
export function textsIn({ texts }: DrawnPage, [left, top, right, bottom]: Box): { texts: string[]; torn: boolean } {
  const inside = ([x, y]: Point) => x > left && x < right && y > top && y < bottom
  const crosses = ({ begin, end }: SetText) =>
    begin[1] > top && begin[1] < bottom && Math.min(begin[0], end[0]) < right && Math.max(begin[0], end[0]) > left
  const whole = texts.filter(({ begin, end }) => inside(begin) && inside(end))
  return {
    texts: whole.map(({ text }) => text.replace(/\s/g, '')),
    torn: texts.some(text => crosses(text) && !whole.includes(text)),
  }
}

/** The cell that is drawn round a point: the nearest rules on its four sides; null where one is missing. */
export function drawnCell({ horizontal, vertical }: DrawnPage, [x, y]: Point): Box | null {
  const crossing = (rules: readonly Rule[], at: number) =>
    rules.filter(({ from, to }) => from - 0.5 <= at && at <= to + 0.5).map(rule => rule.at)
  const box = [
    Math.max(...crossing(vertical, y).filter(at => at <= x)),
    Math.max(...crossing(horizontal, x).filter(at => at <= y)),
    Math.min(...crossing(vertical, y).filter(at => at >= x)),
    Math.min(...crossing(horizontal, x).filter(at => at >= y)),
  ] as const
  return box.every(Number.isFinite) ? [...box] : null
}
