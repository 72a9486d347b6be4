import { isDeepStrictEqual } from 'node:util'
import { EXPLAINED, type ExplainedAttribute, type Statement } from '../contract/index.ts'
import { printedForm } from './printed-form.ts'
import { saysTheSame } from './statement-of.ts'

/** What a statement says for one attribute; a range stands for the value. */
export const attributeOf = (statement: Statement, attribute: ExplainedAttribute): unknown =>
  attribute === 'value'
    ? (statement.value ?? { min: statement.min ?? null, max: statement.max ?? null })
    : statement[attribute]

/**
 * A reviewer gave the record another number than the document prints: the figure of the document is wrong, and no reading of it would
 * give the right one.
 * @param quote the number as it stands in the text
 */
export const isOwnFigure = (settled: Statement, machine: Statement, quote: string): boolean =>
  !isDeepStrictEqual(attributeOf(settled, 'value'), attributeOf(machine, 'value')) &&
  /\d/.test(quote) &&
  printedForm(settled, quote, machine) !== null

/** Whether the machine read a record otherwise than a reviewer settled it; a wrong figure of the document's own is no misreading. */
export const isMisread = (settled: Statement, machine: Statement, quote: string): boolean => {
  const { value, min, max } = machine
  const own = isOwnFigure(settled, machine, quote)
  return !saysTheSame(own ? ({ ...settled, value, min, max } as Statement) : settled, machine)
}

/** The attributes that the machine read otherwise than a reviewer settled them; a wrong figure of the document's own is no misreading. */
export const misread = (settled: Statement, machine: Statement, quote: string): ExplainedAttribute[] =>
  EXPLAINED.filter(
    attribute =>
      !isDeepStrictEqual(attributeOf(settled, attribute), attributeOf(machine, attribute)) &&
      !(attribute === 'value' && isOwnFigure(settled, machine, quote)),
  )
