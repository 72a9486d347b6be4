import { z } from 'zod'
import { ATTRIBUTES } from './attributes.ts'
import { type Place, placeIn } from './place.ts'

/** One line of a `.gold.jsonl` file (fixtures/gold/LABELLING.md). */
const GoldLine = z.object({
  line: z.number().int().min(1),
  n: z.string(),
  nth: z.number().int().min(1).optional(),
  value: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  unit: z.string(),
  measure: z.string(),
  subject: z.string(),
  indicator: z.string(),
  sector: z.string().nullable().optional(),
  comparator: z.string().optional(),
  per: z.array(z.string()).optional(),
  period: z.string().nullable(),
  status: z.string(),
  /** Other values of an attribute that count as right too. */
  accept: z.partialRecord(z.enum(ATTRIBUTES), z.array(z.unknown())).optional(),
})

/** One line of a `.neutral.jsonl` file: a number at which an observation is neither right nor wrong. */
const NeutralLine = z.object({ line: z.number().int().min(1), n: z.string(), nth: z.number().int().min(1).optional() })

export type Gold = z.infer<typeof GoldLine> & Place

const linesOf = <S extends z.ZodType<{ line: number; n: string; nth?: number | undefined }>>(
  jsonl: string,
  text: string,
  schema: S,
): (z.infer<S> & Place)[] =>
  jsonl
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => {
      const read = schema.parse(JSON.parse(line))
      return { ...read, ...placeIn(text, read) }
    })

/**
 * The gold observations of a document with the places of their numbers.
 * @param text the decoded text file that the lines of gold count in
 * @throws when a line is not as documented, or its number does not stand where it says
 */
export const parseGold = (jsonl: string, text: string): Gold[] => linesOf(jsonl, text, GoldLine)

/** Places at which an observation is neither right nor wrong; see `parseGold`. */
export const parseNeutral = (jsonl: string, text: string): Place[] => linesOf(jsonl, text, NeutralLine)
