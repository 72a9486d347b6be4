/** What a check of the rules looks at. */
export const RULE_CHECKS = ['form', 'pattern', 'time', 'example', 'counter-example', 'dead', 'shadowed'] as const
export type RuleCheck = (typeof RULE_CHECKS)[number]

/** Something wrong with a rule, as its author reads it. */
export interface RuleFault {
  readonly check: RuleCheck
  /** Below the folder of rules. */
  readonly file: string
  readonly line: number
  /** Null where the fault is that of the file. */
  readonly rule: string | null
  /** What was found, what was expected, and what to do. */
  readonly found: string
  readonly expected: string
  readonly cure: string
}
