import { z } from 'zod'

/** A stretch of `text`: UTF-16 offsets, start included, end not. */
export const Span = z.object({ start: z.number().int().min(0), end: z.number().int().min(0) })
export type Span = z.infer<typeof Span>

/** Left, top, right, bottom in PDF points (1/72 inch) from the page's upper left corner. */
export const Box = z.tuple([z.number(), z.number(), z.number(), z.number()])
export type Box = z.infer<typeof Box>

/**
 * The cell that holds a number, with the whole chain of headers that gives it its meaning, the outermost first: sections and
 * parent rows before the row's own label, spanning headers before those under them. Rows and columns count from 0.
 */
export const CellPlace = z.object({
  table: z.string(),
  row: z.number().int().min(0),
  column: z.number().int().min(0),
  rowHeader: z.array(z.string()),
  columnHeader: z.array(z.string()),
  /** Where the cells of `rowHeader`, then those of `columnHeader`, begin. */
  headers: z.array(z.object({ row: z.number().int().min(0), column: z.number().int().min(0) })),
})
export type CellPlace = z.infer<typeof CellPlace>

/** Where a number stands: pages and lines count from 1; `path` addresses formats without pages (`p12`, `t2/r5`,
 * `Sheet1!B5`). */
export const Evidence = Span.extend({
  page: z.number().int().min(1).nullable(),
  line: z.number().int().min(1),
  quote: z.string(),
  box: Box.nullable(),
  cell: CellPlace.nullable(),
  path: z.string().nullable(),
  /** How sure the recogniser is of the characters of the number, where they were read from an image. */
  recognised: z.number().min(0).max(1).optional(),
})
export type Evidence = z.infer<typeof Evidence>

/** A word that was read from the image of a page, and where its ink is on the page as shown. */
export const ScannedWord = Span.extend({ page: z.number().int().min(1), box: Box })
export type ScannedWord = z.infer<typeof ScannedWord>
