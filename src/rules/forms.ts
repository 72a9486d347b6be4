import { z } from 'zod'
import { Sector, Subject } from '../contract/index.ts'

const Id = z.string().regex(/^[a-z0-9-]+$/)

/** A row of a form: the words of its label, whose figures it holds, and what they are. */
export const FormRow = z.strictObject({
  id: Id,
  subjects: z.array(Subject).min(1),
  indicator: z.string().regex(/^[a-z][a-z0-9_]*$/),
  sector: Sector.optional(),
  labels: z.array(z.string().min(1)).min(1),
})
export type FormRow = z.infer<typeof FormRow>

/** A form that many offices fill in (`rules/forms/`), in the order of its rows. */
export const Form = z.strictObject({
  id: Id,
  title: z.string().min(1),
  rows: z.array(FormRow).min(1),
  examples: z.array(z.strictObject({ label: z.string().min(1), row: Id })).min(1),
  counterExamples: z.array(z.string().min(1)).default([]),
})
export type Form = z.infer<typeof Form>
