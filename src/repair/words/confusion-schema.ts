import { z } from 'zod'

const group = z.string().min(2)

/** The table of `rules/document/confusions.yaml`. */
export const ConfusionRules = z.strictObject({
  alike: z.array(group),
  capitals: z.array(group),
  pairs: z.record(z.string().length(2), z.string().length(1)),
  thin: z.string().min(1),
  numerals: z.record(z.string().length(1), z.string().regex(/^[IVX]+$/)),
})
