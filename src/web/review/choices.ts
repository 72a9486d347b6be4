import type { Bilingual, Comparator, Unit } from '../../contract/index.ts'
import { COMPARATOR, UNIT } from '../labels.ts'

/** Where a code has to be chosen, also those need a name that nothing is written for beside a number. */
export const CHOSEN_COMPARATOR: Record<Comparator, Bilingual> = {
  ...COMPARATOR,
  eq: { vi: 'đúng bằng', en: 'exactly' },
}

export const CHOSEN_UNIT: Record<Unit, Bilingual> = {
  ...UNIT,
  other: { vi: 'đơn vị khác', en: 'another unit' },
}
