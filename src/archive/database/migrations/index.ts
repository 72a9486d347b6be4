import type { Migration } from 'kysely'
import { documents } from './001-documents.ts'
import { work } from './002-work.ts'
import { reextractions } from './003-reextractions.ts'
import { decisions } from './004-decisions.ts'
import { agreement } from './005-agreement.ts'
import { reviewProgress } from './006-review-progress.ts'
import { recount } from './007-recount.ts'
import { readingProgress } from './008-reading-progress.ts'
import { reviewSample } from './009-review-sample.ts'
import { orphaned } from './010-orphaned.ts'
import { unsettledErrors } from './011-unsettled-errors.ts'
import { originalsPlace } from './012-originals-place.ts'

/** All migrations; they run in the order of their names, and a released one is never changed. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-documents': documents,
  '002-work': work,
  '003-reextractions': reextractions,
  '004-decisions': decisions,
  '005-agreement': agreement,
  '006-review-progress': reviewProgress,
  '007-recount': recount,
  '008-reading-progress': readingProgress,
  '009-review-sample': reviewSample,
  '010-orphaned': orphaned,
  '011-unsettled-errors': unsettledErrors,
  '012-originals-place': originalsPlace,
}
