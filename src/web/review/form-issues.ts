import type { Issue } from './calls.ts'
import { ATTRIBUTES } from './statement-keys.ts'

/** What the server has against what a form asks for. */
export interface FormIssues {
  /** By the attribute that stands in a field of the form; both ends of a range stand in that of the value. */
  readonly fields: Readonly<Partial<Record<string, string>>>
  /** What is about none of its fields: the place, the record, the correction as a whole. */
  readonly others: readonly string[]
}

export const NO_ISSUES: FormIssues = { fields: {}, others: [] }

/** `/decisions/0/changes/unit`, `/decisions/0/statement/unit` */
const ATTRIBUTE = /\/(?:changes|statement)\/(\w+)$/

const fieldOf = (at: string): string | undefined => {
  const name = ATTRIBUTES.find(attribute => attribute === ATTRIBUTE.exec(at)?.[1])
  return name === 'min' || name === 'max' ? 'value' : name
}

/** Sorts the issues of one decision by where a form shows them; none is left out. */
export const formIssues = (issues: readonly Issue[]): FormIssues => {
  const fields: Partial<Record<string, string>> = {}
  const others: string[] = []
  for (const { at, message } of issues) {
    const field = fieldOf(at)
    if (field === undefined) others.push(message)
    else fields[field] = fields[field] === undefined ? message : `${fields[field]}; ${message}`
  }
  return { fields, others }
}
