import { Decision } from '../contract/index.ts'

/** Decisions that are kept in memory, each with its row: some 15 KB. */
const KEPT = 4_000

const kept = new Map<string, Decision>()

/**
 * A decision of its row. Rows are never changed and are asked for again with each request on their document, so that the latest are kept:
 * what is given is shared, and nobody changes it.
 * @throws where it does not have its form
 */
export const parsedDecision = (body: string): Decision => {
  const known = kept.get(body)
  if (known !== undefined) return known
  const decision = Decision.parse(JSON.parse(body))
  kept.set(body, decision)
  const [oldest] = kept.size > KEPT ? kept.keys() : []
  if (oldest !== undefined) kept.delete(oldest)
  return decision
}
