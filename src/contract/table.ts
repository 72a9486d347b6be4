import { z } from 'zod'
import { Box, Span } from './place.ts'

export const TableCell = Span.extend({
  text: z.string(),
  row: z.number().int().min(0),
  column: z.number().int().min(0),
  rowSpan: z.number().int().min(1),
  columnSpan: z.number().int().min(1),
  page: z.number().int().min(1).nullable(),
  box: Box.nullable(),
})
export type TableCell = z.infer<typeof TableCell>

/** A table of the document: `header` rows give the columns their meaning, `rows` hold the body. */
export const Table = z.object({
  id: z.string(),
  title: z.string().nullable(),
  unit: z.string().nullable(),
  page: z.number().int().min(1).nullable(),
  header: z.array(z.array(TableCell)),
  rows: z.array(z.array(TableCell)),
})
export type Table = z.infer<typeof Table>
