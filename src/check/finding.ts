import type { Severity, Span } from '../contract/index.ts'

/** A number as printed, with its place in the text as read; `observation` is the id of the record it is, where it is one. */
export interface Printed extends Span {
  readonly text: string
  readonly observation: string | null
}

/** An expression in its reading order: signs and words as strings, the document's figures with their places. */
export type Expression = readonly (string | Printed)[]

/** Something that a check found wrong, before it is a flag of the contract. */
export interface Finding {
  /** The id of the rule in `rules/checks/`. */
  readonly check: string
  readonly severity: Severity
  readonly expression: Expression
  /** Places involved beside those of the expression. */
  readonly places: readonly Span[]
  /** What fills the `{name}`s of the rule's message. */
  readonly words: Readonly<Record<string, string>>
}
