import { printedNumber } from '../check/printed.ts'
import { written as inVietnamese } from '../check/write.ts'
import type { Statement } from '../contract/index.ts'

type Numbers = Pick<Statement, 'value' | 'min' | 'max'>

/** Digits of a quotient that are no artefact of binary fractions. */
const PRECISION = 12

/**
 * How the document would have printed the number of a record, in the magnitude of what stands there: 1599 for `1.559` is `1.599`,
 * 448 200 000 for the 447,2 of `447,2 triệu` is `448,2`. Null where what stands there prints it already.
 * @param machine what the machine read there
 */
export const printedForm = ({ value, min, max }: Numbers, standing: string, machine: Numbers | null): string | null => {
  if (value === undefined) {
    const same = machine !== null && machine.min === min && machine.max === max
    return same ? null : `${inVietnamese(min ?? 0)}-${inVietnamese(max ?? 0)}`
  }
  if (machine?.value === value || printedNumber(standing, value) !== null) return null
  const scale = Math.abs(printedNumber(standing, machine?.value)?.scale ?? 1)
  return inVietnamese(Math.abs(Number((value / scale).toPrecision(PRECISION))))
}
