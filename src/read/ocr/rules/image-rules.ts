import { NO_RULES, type Rules } from '../../pdf/rules.ts'
import type { Raster } from '../raster.ts'

/** The ruling lines of a prepared page, in its pixels. */
export async function imageRules(_grey: Raster): Promise<Rules> {
  return NO_RULES
}
