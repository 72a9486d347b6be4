import { z } from 'zod'
import { Comparator, Per, Sector, Status, Subject, Unit } from '../contract/index.ts'

/** A decimal number in a string: YAML would read `1.840` as 1.84. */
const Decimal = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .transform(Number)

const TagName = z.string().regex(/^[A-Z][A-Za-z]*$/)

/**
 * One meaning and the words for it. Words of several syllables are matched without regard to diacritics and case; a single
 * syllable is matched with its diacritics; a word in capitals (`HTX`) with its case. `~word` folds a single syllable all the
 * same, `=some words` asks for the diacritics of several.
 */
export const LexiconEntry = z.strictObject({
  tag: TagName,
  also: z.array(TagName).default([]),
  subject: Subject.optional(),
  sector: Sector.optional(),
  /** As a word behind a number, it counts this. */
  counts: Unit.optional(),
  /** The number it stands for as a word (`hai`), or multiplies by (`triệu`). */
  number: Decimal.optional(),
  magnitude: Decimal.optional(),
  comparator: Comparator.optional(),
  per: Per.optional(),
  status: Status.optional(),
  words: z.array(z.string().min(1)).min(1),
})
export type LexiconEntry = z.infer<typeof LexiconEntry>

export const LexiconFile = z.array(LexiconEntry)
