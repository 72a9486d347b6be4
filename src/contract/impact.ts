import { z } from 'zod'
import { STATED } from './comparison.ts'
import { NUMERAL_CLASSES } from './numerals.ts'

const count = z.number().int().min(0)

/** Observations that were gained, lost, and read another way. */
const Effects = z.object({ gained: count, lost: count, changed: count, documents: count })

/** What a change did to one document. */
export const DocumentImpact = Effects.omit({ documents: true }).extend({
  id: z.string(),
  name: z.string(),
  /** Same statements on other grounds: another confidence, reason, place. */
  grounds: count,
  flagsGained: count,
  flagsLost: count,
  flagsChanged: count,
  header: z.array(z.string()),
  other: z.array(z.string()),
})
export type DocumentImpact = z.infer<typeof DocumentImpact>

/** What a change of rules or engine did to many documents. Every list begins with the largest effect. */
export const Impact = z.object({
  documents: z.object({ compared: count, touched: count }),
  observations: z.object({ before: count, after: count, gained: count, lost: count, changed: count, grounds: count }),
  flags: z.object({ gained: count, lost: count, changed: count }),
  /** By the rule that an observation names among its reasons: that it lost or read otherwise, and that it gained or reads now. */
  rules: z.array(Effects.extend({ rule: z.string() })),
  attributes: z.array(z.object({ attribute: z.enum(STATED), changed: count, documents: count })),
  /** Codes that became others, value by value: `indicator`, `members` → `members_new`. */
  transitions: z.array(
    z.object({
      attribute: z.enum(STATED),
      before: z.string().nullable(),
      after: z.string().nullable(),
      changed: count,
      documents: count,
    }),
  ),
  checks: z.array(Effects.extend({ check: z.string() })),
  header: z.array(z.object({ field: z.string(), documents: count })),
  numerals: z.array(
    z.object({
      class: z.enum(['total', ...NUMERAL_CLASSES, 'unexplained']),
      before: z.number().int(),
      after: z.number().int(),
      documents: count,
    }),
  ),
  /** The documents that it did most to; no more than were asked for. */
  most: z.array(DocumentImpact),
})
export type Impact = z.infer<typeof Impact>
