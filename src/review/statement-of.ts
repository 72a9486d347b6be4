import { isDeepStrictEqual } from 'node:util'
import type { Statement } from '../contract/index.ts'
import { STATEMENT } from '../contract/index.ts'

/** What an observation says, without what it rests on. */
export const statementOf = (o: Statement): Statement =>
  Object.fromEntries(STATEMENT.flatMap(name => (o[name] === undefined ? [] : [[name, o[name]]]))) as Statement

export const saysTheSame = (a: Statement | null, b: Statement | null): boolean =>
  a === null || b === null ? a === b : isDeepStrictEqual(statementOf(a), statementOf(b))
