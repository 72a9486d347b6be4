import { OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { OperatorList } from '../pdf/drawn-paths.ts'
import type { PageSize } from '../pdf/frame.ts'
import type { Affine } from './raster.ts'

/** A picture of a page: the name of its data, null where the page draws it in another way than as it is. */
export interface PlacedPicture {
  readonly name: string | null
  /** Pixels of the picture; 0 of one without a name. */
  readonly width: number
  readonly height: number
  /** From the unit square, whose upper edge is the picture's, to points on the page as shown. */
  readonly matrix: Affine
}

/** What a page draws. */
export interface Drawing {
  readonly pictures: readonly PlacedPicture[]
  /** The share of the page that pictures cover, 0 to 1; where they lie over each other it counts double. */
  readonly coverage: number
  /** Texts and paths that can be seen. */
  readonly strokes: number
}

/** Pictures drawn one by one, and those drawn in numbers by one operator. */
const PICTURES = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintSolidColorImageMask,
])
const GROUPS = new Set<number>([
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
])
const INVISIBLE_TEXT = 3

/**
 * The pictures that a page draws, with what else can be seen on it.
 * @param viewport matrix from the page's own coordinates to the page as shown
 */
export function drawingOf({ fnArray, argsArray }: OperatorList, viewport: readonly number[], size: PageSize): Drawing {
  const pictures: PlacedPicture[] = []
  const saved: { matrix: readonly number[]; textMode: number }[] = []
  let state = { matrix: viewport, textMode: 0 }
  let coverage = 0
  let strokes = 0
  const turnBy = (matrix: unknown) => {
    if (isMatrix(matrix)) state = { ...state, matrix: Util.transform([...state.matrix], Array.from(matrix)) }
  }
  for (const [i, operator] of fnArray.entries()) {
    const args: unknown[] = argsArray[i] ?? []
    if (operator === OPS.save || operator === OPS.beginGroup) saved.push(state)
    else if (operator === OPS.restore || operator === OPS.endGroup) state = saved.pop() ?? state
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(state)
      turnBy(args[0])
    } else if (operator === OPS.paintFormXObjectEnd) state = saved.pop() ?? state
    else if (operator === OPS.transform) turnBy(args)
    else if (operator === OPS.setTextRenderingMode) state = { ...state, textMode: Number(args[0]) }
    else if (operator === OPS.constructPath) strokes++
    else if (operator === OPS.showText && state.textMode !== INVISIBLE_TEXT) strokes++
    else if (GROUPS.has(operator)) {
      // how large each of them is stands nowhere; they are parts of a scan more often than not
      pictures.push({ name: null, width: 0, height: 0, matrix: asAffine(viewport) })
      coverage = 1
    } else if (PICTURES.has(operator)) {
      const [name, width, height] = operator === OPS.paintImageXObject ? args : []
      const matrix = asAffine(state.matrix)
      pictures.push(
        typeof name === 'string'
          ? { name, width: Number(width), height: Number(height), matrix }
          : { name: null, width: 0, height: 0, matrix },
      )
      coverage += shareOf(matrix, size)
    }
  }
  return { pictures, coverage: Math.min(1, coverage), strokes }
}

const asAffine = ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Affine => [a, b, c, d, e, f]

/** The share of the page under the box of a picture. */
function shareOf([a, b, c, d, e, f]: Affine, { width, height }: PageSize): number {
  const within = (corners: readonly number[], most: number): number => {
    const [from, to] = [Math.max(0, Math.min(...corners)), Math.min(most, Math.max(...corners))]
    return Math.max(0, to - from)
  }
  const covered = within([e, e + a, e + c, e + a + c], width) * within([f, f + b, f + d, f + b + d], height)
  return covered / Math.max(1, width * height)
}

const isMatrix = (value: unknown): value is ArrayLike<number> =>
  (Array.isArray(value) || value instanceof Float32Array) && value.length === 6
