import { z } from 'zod'
import { Area, ReadObservation } from './observation.ts'
import { Name, words } from './words.ts'

/** What an observation says of the world: all that a reviewer can correct. It rests on its evidence and its reasons. */
export const Statement = ReadObservation.pick({
  subject: true,
  indicator: true,
  sector: true,
  measure: true,
  value: true,
  min: true,
  max: true,
  comparator: true,
  unit: true,
  per: true,
  period: true,
  status: true,
  area: true,
  source: true,
  label: true,
  qualifier: true,
})
export type Statement = z.infer<typeof Statement>

export const STATEMENT = Object.keys(Statement.shape) as readonly (keyof Statement)[]

/** JSON has a zero below zero, which is no other number. */
const Figure = z.number().overwrite(n => (n === 0 ? 0 : n))

/** The attributes as a reviewer gives them; whether they fit each other is judged with the rules. */
const Given = {
  ...Statement.shape,
  indicator: z.string().max(100),
  value: Figure.optional(),
  min: Figure.optional(),
  max: Figure.optional(),
  per: Statement.shape.per.max(4),
  area: Area.extend({ name: Name }).strict().nullable(),
  source: words(500).nullable(),
  label: words(500),
  qualifier: words(500).nullable(),
}

/** A correction: what is not named stays. A `value` takes the place of a range, `min` and `max` that of a value. */
export const Changes = z
  .strictObject(Given)
  .partial()
  .refine(changes => Object.keys(changes).length > 0, 'names no attribute')
export type Changes = z.infer<typeof Changes>

/** A statistic that was missed, as the reviewer gives it. `area` and `label`, left out, are the document's and the indicator's. */
export const NewStatement = z.strictObject({
  ...Given,
  sector: Given.sector.default(null),
  measure: Given.measure.default('level'),
  comparator: Given.comparator.default('eq'),
  per: Given.per.default([]),
  area: Given.area.optional(),
  source: Given.source.default(null),
  label: Given.label.optional(),
  qualifier: Given.qualifier.default(null),
})
export type NewStatement = z.infer<typeof NewStatement>
