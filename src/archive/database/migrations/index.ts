import type { Migration } from 'kysely'
import { documents } from './001-documents.ts'
import { work } from './002-work.ts'
import { reextractions } from './003-reextractions.ts'
import { decisions } from './004-decisions.ts'

/** All migrations; they run in the order of their names, and a released one is never changed. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-documents': documents,
  '002-work': work,
  '003-reextractions': reextractions,
  '004-decisions': decisions,
}
