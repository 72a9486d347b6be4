import { z } from 'zod'
import { Bilingual, Unit } from './codes.ts'
import { PartialDate } from './document.ts'

/** A unit of province level, with the days from which (included) and until which (not included) it stood; null where not known. */
export const Province = z.object({
  code: z.string().nullable(),
  name: z.string(),
  from: PartialDate.nullable(),
  until: PartialDate.nullable(),
})
export type Province = z.infer<typeof Province>

/** The codes of the rules that reviewers choose from; those of the contract itself are in its schemas. */
export const CodeList = z.object({
  indicators: z.array(
    z.object({
      code: z.string(),
      label: Bilingual,
      units: z.array(Unit).describe('In which its level is given; the usual one comes first.'),
      mean: z.boolean().describe('It is an average, so that counted things come in fractions.'),
    }),
  ),
  areas: z.array(z.object({ code: z.string(), name: z.string() })).describe('Provinces.'),
  provinces: z
    .array(Province)
    .describe('A name has had several codes, and since 2025-07-01 a code several names: look up by name and day.'),
})
export type CodeList = z.infer<typeof CodeList>
