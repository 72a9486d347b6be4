import { VARIANTS, type VariantName } from '../../scans/variants.ts'

/** A document in a variant that is measured. */
export interface PlannedScan {
  readonly document: string
  readonly variant: VariantName
}

/** How far strict F1 may fall behind that of the text itself. */
export const ALLOWED: Readonly<Partial<Record<VariantName, number>>> = { clean: 0.02, skewed: 0.04, low: 0.08 }

export const ALLOWED_LEGACY = 0.01

/** Long documents, in the variants that a loss is allowed for. */
const FULL = ['lang-son-2020', 'bac-kan-2020']

/** Short ones, in every variant: mostly prose, and an annex with a ruled table. */
const SHORT = ['krong-pac-2020', 'tinh-ke-hoach-2022-bang']

export const DOCUMENTS: readonly string[] = [...FULL, ...SHORT]

const allVariants = Object.keys(VARIANTS) as VariantName[]

export const PLAN: readonly PlannedScan[] = [
  ...FULL.flatMap(document => allVariants.filter(v => v in ALLOWED).map(variant => ({ document, variant }))),
  ...SHORT.flatMap(document => allVariants.map(variant => ({ document, variant }))),
]
