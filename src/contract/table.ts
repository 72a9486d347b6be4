import { z } from 'zod'
import { Box, Span } from './place.ts'

/** Rows and columns count from 0 over the whole table, its head included. */
const index = z.number().int().min(0)

/**
 * A cell where it begins; the places that a merged cell reaches over have no cell of their own. `start` and `end` are its
 * text's place, and `more` the places of further lines of it where other cells stand between them (plain text).
 */
export const TableCell = Span.extend({
  text: z.string(),
  row: index,
  column: index,
  rowSpan: z.number().int().min(1),
  columnSpan: z.number().int().min(1),
  page: z.number().int().min(1).nullable(),
  box: Box.nullable(),
  more: z.array(Span).optional(),
})
export type TableCell = z.infer<typeof TableCell>

/** One step of a formula in postfix order: `(5)+(6)` is column 5's place, column 6's place, `+`. */
export const FormulaStep = z.union([
  z.strictObject({ column: index }),
  z.strictObject({ number: z.number() }),
  z.strictObject({ operator: z.enum(['+', '-', '*', '/']) }),
])
export type FormulaStep = z.infer<typeof FormulaStep>

/**
 * A column that the table computes from others, as its numbering row says: `(4)=(5)+(6)`, `7=3/1*100`. `steps` name the
 * columns by their places in the table, in postfix order.
 */
export const ColumnFormula = Span.extend({ column: index, text: z.string(), steps: z.array(FormulaStep) })
export type ColumnFormula = z.infer<typeof ColumnFormula>

/**
 * A table of the document: `header` rows give the columns their meaning, `rows` hold the body. A table that goes on over
 * pages is one, whose cells keep their own page; a head repeated there is left out.
 */
export const Table = z.object({
  id: z.string(),
  title: z.string().nullable(),
  /** The unit that the caption or the head gives to the whole table, as written. */
  unit: z.string().nullable(),
  page: z.number().int().min(1).nullable(),
  header: z.array(z.array(TableCell)),
  rows: z.array(z.array(TableCell)),
  formulas: z.array(ColumnFormula),
})
export type Table = z.infer<typeof Table>
