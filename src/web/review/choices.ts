import type { Bilingual, Comparator } from '../../contract/index.ts'
import { COMPARATOR } from '../labels.ts'

/** Where a code has to be chosen, also that needs a name which nothing is written for beside a number. */
export const CHOSEN_COMPARATOR: Record<Comparator, Bilingual> = {
  ...COMPARATOR,
  eq: { vi: 'đúng bằng', en: 'exactly' },
}
