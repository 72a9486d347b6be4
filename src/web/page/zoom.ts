import type { Zoom } from './lay-out-pages.ts'

const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const

/**
 * The next step of zoom.
 * @param now the share of the full size that is shown, 1 for 100 %
 */
export const stepZoom = (now: number, by: 1 | -1): Zoom => {
  // A hair's breadth from a step counts as on it.
  const next = by === 1 ? STEPS.find(step => step > now * 1.01) : STEPS.findLast(step => step < now * 0.99)
  return next ?? (by === 1 ? STEPS[STEPS.length - 1] : STEPS[0]) ?? 1
}
