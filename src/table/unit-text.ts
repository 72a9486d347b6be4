import type { Quantity } from '../lex/term.ts'

/** Whether a text names a unit, and nothing else. */
export type IsUnit = (text: string) => boolean

/** The quantity that one of a unit is (`Tr đồng/năm` → 1 000 000 đồng a year); null where a text names no unit. */
export type ReadUnit = (text: string) => Quantity | null
