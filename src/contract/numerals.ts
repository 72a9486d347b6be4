import { z } from 'zod'
import { Span } from './place.ts'

export const NUMERAL_CLASSES = ['observation', 'date', 'reference', 'outline', 'name', 'page', 'other'] as const
export type NumeralClass = (typeof NUMERAL_CLASSES)[number]

const count = z.number().int().min(0)

/** What became of every numeral of the document. `total` is the sum of the classes and of what stayed unexplained. */
export const Numerals = z.object({
  total: count,
  observation: count,
  date: count,
  reference: count,
  outline: count,
  name: count,
  page: count,
  other: count,
  unexplained: z.array(Span.extend({ text: z.string() })),
})
export type Numerals = z.infer<typeof Numerals>
