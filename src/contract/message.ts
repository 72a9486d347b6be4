import { z } from 'zod'
import { Bilingual } from './codes.ts'

/** What a stage met on its way that the user should know: a lost page, a repaired word, a table not understood. */
export const Message = z.object({
  level: z.enum(['error', 'warning', 'info']),
  code: z.string(),
  text: Bilingual,
  page: z.number().int().min(1).optional(),
  start: z.number().int().optional(),
  end: z.number().int().optional(),
})
export type Message = z.infer<typeof Message>
