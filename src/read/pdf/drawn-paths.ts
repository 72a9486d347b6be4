import { OPS, type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type Point = readonly [x: number, y: number]

/** A part of a painted path, in points from the upper left corner of the page as shown. */
export interface DrawnPath {
  /** Corners in the order they are drawn; null where the pen goes on in a curve or is lifted. */
  readonly points: readonly (Point | null)[]
  /** Width of the pen in points; null where the path is filled. */
  readonly stroke: number | null
}

type Matrix = readonly number[]

export type OperatorList = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>

interface State {
  readonly matrix: Matrix
  readonly lineWidth: number
}

/** Path segments as the library packs them: the kind, then coordinates. */
const SEGMENT = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 }

const STROKES = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const FILLS = new Set<number>([OPS.fill, OPS.eoFill])

/** Pictures drawn as lines (maps, plans, patterns) hold more paths than any table; nothing is read from them. */
const MAX_PATHS = 60_000

/**
 * The paths that a page paints, each of their parts by itself. A path that is filled and stroked counts as stroked.
 * @param viewport matrix from the page's own coordinates to the page as shown
 * @returns null of a page that paints more than any table needs
 */
export function drawnPaths({ fnArray, argsArray }: OperatorList, viewport: Matrix): DrawnPath[] | null {
  const paths: DrawnPath[] = []
  const saved: State[] = []
  let state: State = { matrix: viewport, lineWidth: 1 }
  const turnBy = (matrix: unknown) => {
    if (isMatrix(matrix)) state = { ...state, matrix: Util.transform([...state.matrix], Array.from(matrix)) }
  }
  for (const [i, operator] of fnArray.entries()) {
    const args: unknown[] = argsArray[i] ?? []
    switch (operator) {
      case OPS.save:
      case OPS.beginGroup:
        saved.push(state)
        break
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
        state = saved.pop() ?? state
        break
      case OPS.paintFormXObjectBegin:
        saved.push(state)
        turnBy(args[0])
        break
      case OPS.transform:
        turnBy(args)
        break
      case OPS.setLineWidth:
        state = { ...state, lineWidth: Number(args[0]) }
        break
      case OPS.setGState:
        state = { ...state, lineWidth: lineWidthIn(args[0]) ?? state.lineWidth }
        break
      case OPS.constructPath:
        addParts(paths, args, state)
        if (paths.length > MAX_PATHS) return null
        break
    }
  }
  return paths
}

/** Adds the parts of a path to those before it: `args` are the painting operator and the packed segments. */
function addParts(paths: DrawnPath[], [paint, data]: readonly unknown[], { matrix, lineWidth }: State): void {
  const isStroked = STROKES.has(Number(paint))
  const packed: unknown = Array.isArray(data) ? data[0] : null
  if (!(packed instanceof Float32Array) || !(isStroked || FILLS.has(Number(paint)))) return
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
  const stroke = isStroked ? lineWidth * Math.sqrt(Math.abs(a * d - b * c)) : null
  const place = (at: number): Point => {
    const [x = 0, y = 0] = [packed[at], packed[at + 1]]
    return [a * x + c * y + e, b * x + d * y + f]
  }
  let points: (Point | null)[] = []
  const end = () => {
    if (points.length > 1) paths.push({ points, stroke })
    points = []
  }
  for (let i = 0; i < packed.length; ) {
    switch (packed[i++]) {
      case SEGMENT.moveTo:
        end()
        points.push(place(i))
        i += 2
        break
      case SEGMENT.lineTo:
        points.push(place(i))
        i += 2
        break
      case SEGMENT.curveTo:
        points.push(null, place(i + 4))
        i += 6
        break
      case SEGMENT.quadraticCurveTo:
        points.push(null, place(i + 2))
        i += 4
        break
      case SEGMENT.closePath: {
        const first = points[0] ?? null
        points.push(first)
        end()
        points.push(first)
        break
      }
      default:
        return
    }
  }
  end()
}

/** The line width among the entries of a graphics state, if it is one of them. */
function lineWidthIn(entries: unknown): number | null {
  const entry = Array.isArray(entries) ? entries.find(each => Array.isArray(each) && each[0] === 'LW') : undefined
  return Array.isArray(entry) ? Number(entry[1]) : null
}

const isMatrix = (value: unknown): value is ArrayLike<number> =>
  (Array.isArray(value) || value instanceof Float32Array) && value.length === 6
