import type { Box } from '../../contract/index.ts'
import type { PageSize } from './lay-out-pages.ts'

type Point = readonly [number, number]

/** Points; what is smaller in both directions was a click. */
const LEAST = 3

const within = (value: number, most: number): number => Math.min(Math.max(0, value), most)
const tenth = (points: number): number => Math.round(points * 10) / 10

/** The box between two corners of it, within the page, in tenths of points; null where it is too small to be meant. */
export function boxBetween([x0, y0]: Point, [x1, y1]: Point, { width, height }: PageSize): Box | null {
  const [left, right] = [within(Math.min(x0, x1), width), within(Math.max(x0, x1), width)]
  const [top, bottom] = [within(Math.min(y0, y1), height), within(Math.max(y0, y1), height)]
  if (right - left < LEAST || bottom - top < LEAST) return null
  return [tenth(left), tenth(top), tenth(right), tenth(bottom)]
}

/** Points that a key moves a box by; with the control key by a tenth of that. */
const STEP = 5

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** What of a key's event tells a movement. */
interface Pressed {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
}

/** The box after an arrow key: moved, or with the shift key its lower right corner alone; null for other keys. */
export function movedBox(
  [left, top, right, bottom]: Box,
  { key, shiftKey, ctrlKey }: Pressed,
  { width, height }: PageSize,
): Box | null {
  const arrow = ARROWS[key]
  if (arrow === undefined) return null
  const step = ctrlKey ? STEP / 10 : STEP
  const [x, y] = [arrow[0] * step, arrow[1] * step]
  if (shiftKey) {
    const [across, down] = [
      Math.max(left + LEAST, within(right + x, width)),
      Math.max(top + LEAST, within(bottom + y, height)),
    ]
    return [left, top, tenth(across), tenth(down)]
  }
  // All of it stays on the page.
  const [dx, dy] = [within(left + x, width - (right - left)) - left, within(top + y, height - (bottom - top)) - top]
  return [tenth(left + dx), tenth(top + dy), tenth(right + dx), tenth(bottom + dy)]
}
