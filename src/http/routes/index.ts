import type { Route } from '../app-context.ts'
import { explainNumeral } from './explain-numeral.ts'
import { getDocument } from './get-document.ts'
import { getExtraction } from './get-extraction.ts'
import { getFacets } from './get-facets.ts'
import { getOriginal } from './get-original.ts'
import { getText } from './get-text.ts'
import { health } from './health.ts'
import { listDocuments } from './list-documents.ts'
import { listSamples } from './list-samples.ts'
import { loadSamples } from './load-samples.ts'
import { metrics } from './metrics.ts'
import { readiness } from './readiness.ts'
import { uploadDocuments } from './upload-documents.ts'

export const ROUTES: readonly Route[] = [
  uploadDocuments,
  listDocuments,
  getDocument,
  getExtraction,
  getText,
  getOriginal,
  explainNumeral,
  getFacets,
  listSamples,
  loadSamples,
  health,
  readiness,
  metrics,
]
