import { z } from 'zod'
import { Bilingual } from './codes.ts'
import { Span } from './place.ts'

export const Severity = z.enum(['error', 'warning', 'note'])
export type Severity = z.infer<typeof Severity>

/** A sum that does not come out, with the numbers that may be to blame. */
export const Flag = z.object({
  id: z.string(),
  check: z.string(),
  severity: Severity,
  message: Bilingual,
  expression: z.string(),
  observations: z.array(z.string()),
  evidence: z.array(Span),
  suspects: z.array(z.object({ observation: z.string(), weight: z.number() })),
  suggestion: z
    .object({ observation: z.string(), value: z.number(), text: z.string(), because: z.array(z.string()) })
    .nullable(),
})
export type Flag = z.infer<typeof Flag>
