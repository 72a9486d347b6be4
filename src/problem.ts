import type { Bilingual } from './contract/index.ts'
import { ARCHIVE_PROBLEMS } from './problems/archive-problems.ts'
import { BACKFILL_PROBLEMS } from './problems/backfill-problems.ts'
import type { CatalogueEntry } from './problems/catalogue-entry.ts'
import { DRAFTS_PROBLEMS } from './problems/drafts-problems.ts'
import { fill } from './problems/fill.ts'
import { QUESTIONS_PROBLEMS } from './problems/questions-problems.ts'
import { READING_PROBLEMS } from './problems/reading-problems.ts'
import { REQUESTS_PROBLEMS } from './problems/requests-problems.ts'
import { REVIEW_PROBLEMS } from './problems/review-problems.ts'
import { START_PROBLEMS } from './problems/start-problems.ts'

/** Every failure the product can name, once; `problems/` has them by what they are about. */
export const CATALOGUE = {
  ...READING_PROBLEMS,
  ...REQUESTS_PROBLEMS,
  ...QUESTIONS_PROBLEMS,
  ...REVIEW_PROBLEMS,
  ...DRAFTS_PROBLEMS,
  ...ARCHIVE_PROBLEMS,
  ...BACKFILL_PROBLEMS,
  ...START_PROBLEMS,
} as const satisfies Record<string, CatalogueEntry>

export type ProblemCode = keyof typeof CATALOGUE

/** A failure as a value: its code and the details that its texts need. */
export interface Problem {
  readonly code: ProblemCode
  readonly details: Readonly<Record<string, string | number>>
}

export const problem = (code: ProblemCode, details: Problem['details'] = {}): Problem => ({ code, details })

/** For the few places that cannot return a value (HTTP handlers, streams). */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(p: Problem) {
    super(p.code)
    this.problem = p
  }
}

/** The problem as people read it, in both languages. */
export const describe = (p: Problem): { title: Bilingual; cause: Bilingual; cure: Bilingual; status: number } => {
  const entry: CatalogueEntry = CATALOGUE[p.code]
  const both = (b: Bilingual): Bilingual => ({ vi: fill(b.vi, p.details), en: fill(b.en, p.details) })
  return { title: both(entry.title), cause: both(entry.cause), cure: both(entry.cure), status: entry.status }
}
