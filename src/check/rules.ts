import type { CheckRule, FormulaRule, ProcedureRule } from './check-rule.ts'
import { type Formula, parseFormula } from './formula.ts'
import { NEAR } from './places.ts'

/** A rule with its formula read. */
export interface CompiledCheck {
  readonly rule: FormulaRule
  readonly formula: Formula
  readonly although: Formula | null
  /** How far its figures may stand from the left one. */
  readonly near: number
  /** The wholes that an indicator may be a part of, the likeliest first. */
  readonly parents: Readonly<Record<string, readonly string[]>>
}

/** All checks, compiled. */
export interface CheckRules {
  readonly formulas: readonly CompiledCheck[]
  readonly procedures: readonly ProcedureRule[]
  readonly byId: ReadonlyMap<string, CheckRule>
}

export const compileChecks = (
  rules: readonly CheckRule[],
  parents: Readonly<Record<string, readonly string[]>>,
): CheckRules => ({
  formulas: rules.flatMap(rule =>
    'formula' in rule
      ? [
          {
            rule,
            formula: parseFormula(rule.formula),
            although: rule.although === undefined ? null : parseFormula(rule.although),
            near: NEAR[rule.within ?? 'document'],
            parents,
          },
        ]
      : [],
  ),
  procedures: rules.filter(rule => 'by' in rule),
  byId: new Map(rules.map(rule => [rule.id, rule])),
})
