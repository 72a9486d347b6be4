import type { Box } from '../../contract/index.ts'
import { FULL_SIZE } from './lay-out-pages.ts'

/** Points of the surroundings that are seen with a place: some words on each side of it. */
const LEAST_ACROSS = 180
/** How much of the width of the view the place itself may take up. */
const SHARE = 0.4
const MOST = 4
/** What is worth calling closer. */
const CLOSER = 1.25

/**
 * The zoom that shows a place with its surroundings, and closer than it is seen now.
 * @param box in points
 * @param scale CSS pixels for a point, now
 * @param paneWidth CSS pixels
 * @returns a share of the full size
 */
export const closeUpOf = ([left, , right]: Box, scale: number, paneWidth: number): number => {
  const across = Math.max(LEAST_ACROSS, (right - left) / SHARE)
  const fitting = paneWidth / across / FULL_SIZE
  return Math.min(MOST, Math.max(fitting, (scale / FULL_SIZE) * CLOSER))
}
