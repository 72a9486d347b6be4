import type { Statement } from '../../contract/index.ts'

/** Every attribute, once; a new one of the contract does not compile without it. The schemas have them too, and are too heavy for pages. */
const ATTRIBUTE: Readonly<Record<keyof Statement, true>> = {
  ...{ subject: true, indicator: true, sector: true, measure: true, value: true, min: true, max: true },
  ...{ comparator: true, unit: true, per: true, period: true, status: true, area: true, source: true },
  ...{ label: true, qualifier: true },
}

export const ATTRIBUTES = Object.keys(ATTRIBUTE) as readonly (keyof Statement)[]

/** What an observation says, without what it rests on. */
export const statementKeys = (o: Statement): Statement =>
  Object.fromEntries(ATTRIBUTES.flatMap(name => (o[name] === undefined ? [] : [[name, o[name]]]))) as Statement
