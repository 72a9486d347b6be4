import type { Route } from '../app-context.ts'
import { assignDocument } from './assign-document.ts'
import { backfillEvents } from './backfill-events.ts'
import { decideOnRecords } from './decide-on-records.ts'
import { draftExample } from './draft-example.ts'
import { explainNumeral } from './explain-numeral.ts'
import { getArchive } from './get-archive.ts'
import { getBackfill } from './get-backfill.ts'
import { getBackfillCauses } from './get-backfill-causes.ts'
import { getBackfillCsv } from './get-backfill-csv.ts'
import { getCodes } from './get-codes.ts'
import { getDocument } from './get-document.ts'
import { getExtraction } from './get-extraction.ts'
import { getFacets } from './get-facets.ts'
import { getOriginal } from './get-original.ts'
import { getPage } from './get-page.ts'
import { getPages } from './get-pages.ts'
import { getRecords } from './get-records.ts'
import { getRecordsCsv } from './get-records-csv.ts'
import { getReextraction } from './get-reextraction.ts'
import { getText } from './get-text.ts'
import { health } from './health.ts'
import { listBackfillItems } from './list-backfill-items.ts'
import { listBackfills } from './list-backfills.ts'
import { listDecisions } from './list-decisions.ts'
import { listDocuments } from './list-documents.ts'
import { listMisreadings } from './list-misreadings.ts'
import { listReextractions } from './list-reextractions.ts'
import { listSamples } from './list-samples.ts'
import { loadSamples } from './load-samples.ts'
import { metrics } from './metrics.ts'
import { nextReview } from './next-review.ts'
import { readiness } from './readiness.ts'
import { releaseDocument } from './release-document.ts'
import { retryBackfill } from './retry-backfill.ts'
import { reviewStatistics } from './review-statistics.ts'
import { startReextraction } from './start-reextraction.ts'
import { uploadBackfill } from './upload-backfill.ts'
import { uploadDocuments } from './upload-documents.ts'

export const ROUTES: readonly Route[] = [
  uploadDocuments,
  listDocuments,
  getDocument,
  getExtraction,
  getText,
  getOriginal,
  getPages,
  getPage,
  explainNumeral,
  getRecords,
  getRecordsCsv,
  decideOnRecords,
  listDecisions,
  draftExample,
  assignDocument,
  releaseDocument,
  nextReview,
  reviewStatistics,
  listMisreadings,
  getFacets,
  getCodes,
  uploadBackfill,
  listBackfills,
  getBackfill,
  listBackfillItems,
  getBackfillCauses,
  getBackfillCsv,
  backfillEvents,
  retryBackfill,
  listSamples,
  loadSamples,
  getArchive,
  startReextraction,
  listReextractions,
  getReextraction,
  health,
  readiness,
  metrics,
]
