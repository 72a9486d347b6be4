import { z } from 'zod'
import { Span } from './place.ts'

/**
 * A stretch of the text as read and what it was taken for: a word in an old encoding, a letter that a conversion lost, a word that
 * a scan damaged. `messages` says what was done.
 */
export const Repair = Span.extend({ text: z.string() })
export type Repair = z.infer<typeof Repair>
