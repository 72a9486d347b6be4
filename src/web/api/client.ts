import type { Extraction } from '../../contract/index.ts'
import type { ArchivedDocument, DocumentPage, Facets, SampleList, UploadAnswer } from '../../http/schemas.ts'
import { ApiError, failureOf } from './failure.ts'

const request = async (address: string, init: RequestInit = {}): Promise<Response> => {
  const response = await fetch(address, { ...init, headers: { accept: 'application/json' } })
  if (response.ok) return response
  throw new ApiError(failureOf(response.status, await response.json().catch(() => null)))
}

/** `Answer` is what the server's own schemas promise for the address; they are checked there, not here again. */
const read = async <Answer>(address: string, init?: RequestInit): Promise<Answer> =>
  (await request(address, init)).json() as Promise<Answer>

export const addressOf = {
  document: (id: string) => `/v1/documents/${encodeURIComponent(id)}`,
  extraction: (id: string) => `/v1/documents/${encodeURIComponent(id)}/extraction`,
  original: (id: string) => `/v1/documents/${encodeURIComponent(id)}/original`,
} as const

/** @param query filters and cursor, as in the page's own address */
export const listDocuments = (query: URLSearchParams, signal: AbortSignal): Promise<DocumentPage> =>
  read(`/v1/documents?${query}`, { signal })

export const readFacets = (signal: AbortSignal): Promise<Facets> => read('/v1/facets', { signal })

export const readDocument = (id: string, signal: AbortSignal): Promise<ArchivedDocument> =>
  read(addressOf.document(id), { signal })

export const readExtraction = (id: string, signal: AbortSignal): Promise<Extraction> =>
  read(addressOf.extraction(id), { signal })

export const listSamples = (signal: AbortSignal): Promise<SampleList> => read('/v1/samples', { signal })

export const loadSamples = (): Promise<UploadAnswer> => read('/v1/samples', { method: 'POST' })
