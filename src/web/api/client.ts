import type { Extraction } from '../../contract/index.ts'
import type { ArchivedDocument, DocumentPage, Facets, SampleList, UploadAnswer } from '../../http/schemas.ts'
import { ApiError, failureOf, UNREACHABLE } from './failure.ts'
import type { Reading } from './reading.ts'

/** @throws {@link ApiError} what the server, or the way to it, had to say */
export const request = async (address: string, init: RequestInit = {}): Promise<Response> => {
  const headers = {
    ...{ accept: 'application/json', 'accept-language': document.documentElement.lang || 'vi' },
    ...init.headers,
  }
  const response = await fetch(address, { ...init, headers }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error
    throw new ApiError(UNREACHABLE)
  })
  // Only where it was asked for: nothing has changed since.
  if (response.ok || response.status === 304) return response
  throw new ApiError(failureOf(response.status, await response.json().catch(() => null)))
}

/** `Answer` is what the server's own schemas promise for the address; they are checked there, not here again. */
export const read = async <Answer>(address: string, init?: RequestInit): Promise<Answer> =>
  (await request(address, init)).json() as Promise<Answer>

/** What is needed to send a body as JSON. */
export const asJson = (method: 'POST' | 'PUT' | 'DELETE', body: unknown): RequestInit => ({
  method,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})

export const addressOf = {
  document: (id: string) => `/v1/documents/${encodeURIComponent(id)}`,
  extraction: (id: string) => `/v1/documents/${encodeURIComponent(id)}/extraction`,
  records: (id: string) => `/v1/documents/${encodeURIComponent(id)}/records`,
  recordsCsv: (id: string) => `/v1/documents/${encodeURIComponent(id)}/records.csv`,
  original: (id: string) => `/v1/documents/${encodeURIComponent(id)}/original`,
  pages: (id: string) => `/v1/documents/${encodeURIComponent(id)}/pages`,
  page: (id: string, page: number) => `/v1/documents/${encodeURIComponent(id)}/pages/${page}`,
  backfill: (id: string) => `/v1/backfills/${encodeURIComponent(id)}`,
} as const

/** @param query filters and cursor, as in the page's own address */
export const listDocuments = (query: URLSearchParams, signal: AbortSignal): Promise<DocumentPage> =>
  read(`/v1/documents?${query}`, { signal })

export const readFacets = (signal: AbortSignal): Promise<Facets> => read('/v1/facets', { signal })

export const readDocument = (id: string, signal?: AbortSignal): Promise<ArchivedDocument> =>
  read(addressOf.document(id), { signal: signal ?? null })

export const readExtraction = (id: string, signal: AbortSignal): Promise<Extraction> =>
  read(addressOf.extraction(id), { signal })

export const readReading = async (id: string, signal: AbortSignal): Promise<Reading> => {
  const response = await request(addressOf.extraction(id), { signal })
  const extraction = (await response.json()) as Extraction
  return { extraction, name: /"(.+)"/.exec(response.headers.get('etag') ?? '')?.[1] ?? null }
}

export const listSamples = (signal: AbortSignal): Promise<SampleList> => read('/v1/samples', { signal })

export const loadSamples = (): Promise<UploadAnswer> => read('/v1/samples', { method: 'POST' })
