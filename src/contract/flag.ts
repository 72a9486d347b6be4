import { z } from 'zod'
import { Bilingual } from './codes.ts'
import { Span } from './place.ts'

export const Severity = z.enum(['error', 'warning', 'note'])
export type Severity = z.infer<typeof Severity>

/** A number of an expression, with the ink that it was copied from. */
export const FigureLink = Span.extend({
  /** Where the number stands in the expression: UTF-16 offsets, start included, end not. */
  from: z.number().int().min(0),
  to: z.number().int().min(0),
  /** The observation that the number is; null for a number that is none. */
  observation: z.string().nullable(),
})
export type FigureLink = z.infer<typeof FigureLink>

/**
 * What a number would have to be for the checks that it takes part in to come out. `text` is the number as the document
 * would have printed it, `because` the sums that then come out, in the document's figures.
 */
export const Suggestion = z.object({
  observation: z.string(),
  value: z.number(),
  text: z.string(),
  because: z.array(z.string()),
})
export type Suggestion = z.infer<typeof Suggestion>

/** A sum that does not come out, with the numbers that may be to blame. */
export const Flag = z.object({
  id: z.string(),
  check: z.string(),
  severity: Severity,
  message: Bilingual,
  /** The sum in Vietnamese notation, with the document's own figures: `1.559 / 1.520 = 102,6 % ≠ 105,2 %`. */
  expression: z.string(),
  /** The figures of the expression, in its order. */
  figures: z.array(FigureLink),
  observations: z.array(z.string()),
  /** All places involved, in the order of the text. */
  evidence: z.array(Span),
  /** The numbers that may be to blame, the likeliest first; `weight` adds up to 1 over them. */
  suspects: z.array(z.object({ observation: z.string(), weight: z.number().min(0).max(1) })),
  suggestion: Suggestion.nullable(),
  /** The search for the smallest set of wrong numbers was cut short by its limits: the suspects are a guess. */
  capped: z.boolean(),
})
export type Flag = z.infer<typeof Flag>
