import { z } from 'zod'
import { Bilingual, Severity } from '../contract/index.ts'
import { FormulaError, parseFormula } from './formula.ts'

const Id = z.string().regex(/^[a-z][a-z0-9-]*$/)

/** Short documents that a check must flag (`fails`) or pass in silence (`holds`). */
const Examples = z.strictObject({ fails: z.array(z.string()).min(1), holds: z.array(z.string()).min(1) })

/** A formula that can be read. */
const Written = z.string().superRefine((source, context) => {
  try {
    parseFormula(source)
  } catch (fault) {
    if (!(fault instanceof FormulaError)) throw fault
    context.addIssue({ code: 'custom', message: fault.message })
  }
})

const common = {
  id: Id,
  severity: Severity,
  /** What is wrong, in a sentence; `{name}` stands for words of the finding. */
  message: Bilingual,
  /** What fails is a note unless one slip of one figure explains it: the figures may not belong together. */
  weak: z.literal(true).optional(),
  examples: Examples,
}

/**
 * An identity between statistics: the left side is one printed figure, the right what it should be.
 * See docs/checks.md for the language of `formula`.
 */
export const FormulaRule = z.strictObject({
  ...common,
  formula: Written,
  /** Subjects, or indicators for `@`, to which the rule is limited. */
  subjects: z.array(z.string()).optional(),
  indicators: z.array(z.string()).optional(),
  /** The left side's figures of the branches may be added: counts and totals, not averages. */
  additive: z.literal(true).optional(),
  /** How far the sides may be apart beside the rounding of the figures, as a part of the left side: `'0.01'`. */
  tolerance: z
    .string()
    .regex(/^0(\.\d+)?$/)
    .optional(),
  /** From how far apart on it is an error; nearer it is a warning. */
  errorFrom: z
    .string()
    .regex(/^0(\.\d+)?$/)
    .optional(),
  /** Said already by these rules, where one of them has the same left side. */
  unless: z.array(Id).optional(),
  /** Another reading of the same figures: where it comes out, the fault is only that both are mixed up, a note. */
  although: Written.optional(),
  /** Only where another figure of the same branches adds up in the same way, and none of the branches' own time is there. */
  confirmed: z.literal(true).optional(),
  /** How near the figures of the text have to stand for a failure to be meant. */
  failsWithin: z.enum(['sentence', 'block', 'section', 'document']).optional(),
  /** Where the whole stands before its part, and none of both is a bound only. */
  bounded: z.literal(true).optional(),
  /** Where the figures of tables have nothing to do with each other. */
  textOnly: z.literal(true).optional(),
  /** How far the figures of one identity may stand apart. */
  within: z.enum(['sentence', 'block', 'section', 'document']).optional(),
})
export type FormulaRule = z.infer<typeof FormulaRule>

/** A check that is no identity of statistics: `by` names the procedure, which reads the document itself. */
export const ProcedureRule = z.strictObject({ ...common, by: Id })
export type ProcedureRule = z.infer<typeof ProcedureRule>

/** Told apart by whether they have a formula, so that a fault is that of the kind that was meant. */
export const CheckRule = z.union([FormulaRule, ProcedureRule])
export type CheckRule = z.infer<typeof CheckRule>

export const CheckFile = z.array(CheckRule)
