import { isDeepStrictEqual } from 'node:util'
import type { CurrentHeader, Decision, DocumentHeader, HeaderField, HeaderFields } from '../contract/index.ts'
import { HEADER_FIELDS } from '../contract/index.ts'

type Correction = Extract<Decision, { kind: 'correct-document' }>

/**
 * The header that the machine read, each field overlaid by the latest decision on it.
 * @param stands the decisions that stand, in the order of their versions
 */
export const currentHeader = (machine: DocumentHeader, stands: readonly Decision[]): CurrentHeader => {
  const corrections = stands.filter(decision => decision.kind === 'correct-document')
  const held = HEADER_FIELDS.flatMap(field => {
    const decision = corrections.findLast(({ header }) => field in header.settled)
    return decision === undefined ? [] : [{ field, decision }]
  })
  const otherwise = held.filter(
    ({ field, decision }) => !isDeepStrictEqual(decision.header.settled[field], machine[field]),
  )
  return {
    ...headerOf(machine),
    ...fieldsOf(held, ({ field, decision }) => decision.header.settled[field]),
    settled: fieldsOf(held, ({ decision: { id, who, when, why } }) => ({ decision: id, who, when, why })),
    machine: fieldsOf(otherwise, ({ field }) => machine[field]),
    since: otherwise
      .filter(({ field, decision }) => !isDeepStrictEqual(decision.header.machine[field], machine[field]))
      .map(({ field }) => field),
  }
}

interface Held {
  readonly field: HeaderField
  readonly decision: Correction
}

const fieldsOf = <V>(held: readonly Held[], of: (each: Held) => V): Record<string, V> =>
  Object.fromEntries(held.map(each => [each.field, of(each)]))

/** The header alone, of what may be all that is known of a document. */
const headerOf = ({ references, ...document }: DocumentHeader): DocumentHeader =>
  ({ ...pick(document, HEADER_FIELDS), references }) as DocumentHeader

/** Some fields of a header. */
export const pick = (header: HeaderFields, fields: readonly HeaderField[]): HeaderFields =>
  Object.fromEntries(fields.map(field => [field, header[field]]))
