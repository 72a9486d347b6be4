import { createHash } from 'node:crypto'
import type { Extraction, Records, Severity } from '../../../src/contract/index.ts'
import type {
  ArchivedDocument,
  DocumentPage,
  Facets,
  ProblemDetails,
  SampleList,
  UploadOutcome,
} from '../../../src/http/schemas.ts'
import { describe, type Problem, problem } from '../../../src/problem.ts'
import { undecided } from '../../../src/web/review/shown-record.ts'
import { stubExtraction } from './extraction.ts'
import { goldText } from './gold.ts'

const SAMPLES = ['lang-son-2020', 'tinh-ke-hoach-2022-bang'] as const

export const problemDetails = (found: Problem): ProblemDetails => {
  const { title, cause, cure, status } = describe(found)
  return {
    type: `urn:trichluc:problem:${found.code}`,
    title: title.vi,
    status,
    detail: `${cause.vi} ${cure.vi}`,
    instance: '/v1/documents',
    code: found.code,
    titles: title,
    cause,
    cure,
  }
}

interface Entry {
  document: ArchivedDocument
  readonly extraction: Extraction
  questions: number
}

/** The archive behind the pages, in memory; it knows the shapes of the answers and nothing of reading documents. */
export class StubArchive {
  readonly #entries = new Map<string, Entry>()
  /** How often a document is asked for before it is read. */
  questionsUntilRead = 2

  /** @param extraction given where the test wants another than the stub would make */
  store(name: string, bytes: Buffer, extraction?: Extraction): UploadOutcome {
    if (bytes.length === 0) return { outcome: 'refused', file: name, problem: problemDetails(problem('empty-file')) }
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const id = sha256.slice(0, 16)
    const known = this.#entries.get(id)
    if (known !== undefined) return { outcome: 'known', file: name, document: known.document }
    const text = bytes.toString('utf8')
    const gold = SAMPLES.find(sample => goldText(sample) === text) ?? null
    const document: ArchivedDocument = {
      id,
      state: 'received',
      name,
      sha256,
      bytes: bytes.length,
      mediaType: null,
      received: new Date(Date.UTC(2026, 10, 20) + this.#entries.size).toISOString(),
      read: null,
      kind: null,
      number: null,
      title: null,
      issuer: null,
      area: null,
      issued: null,
      plans: null,
      year: null,
      pages: null,
      observations: null,
      records: null,
      settled: null,
      flags: null,
      engine: null,
      problem: null,
      reading: null,
      assignment: null,
    }
    this.#entries.set(id, { document, extraction: extraction ?? stubExtraction(text, name, gold), questions: 0 })
    return { outcome: 'stored', file: name, document }
  }

  document(id: string): ArchivedDocument | undefined {
    const entry = this.#entries.get(id)
    if (entry === undefined) return undefined
    entry.questions += 1
    if (entry.document.state === 'received')
      entry.document = { ...entry.document, state: 'reading', reading: { page: 6, pages: 12 } }
    else if (entry.document.state === 'reading' && entry.questions > this.questionsUntilRead) this.#finish(entry)
    return entry.document
  }

  /** Gives all documents to a reviewer. */
  assign(who: string, until: Date): void {
    const assignment = { who, since: new Date().toISOString(), until: until.toISOString() }
    for (const entry of this.#entries.values()) entry.document = { ...entry.document, assignment }
  }

  extraction(id: string): Extraction | undefined {
    return this.#entries.get(id)?.extraction
  }

  /** As they are before anybody has decided anything. */
  records(id: string): Records | undefined {
    const entry = this.#entries.get(id)
    return entry === undefined ? undefined : { ...undecided(entry.extraction, id), version: '0-stub' }
  }

  list(query: URLSearchParams): DocumentPage {
    const words = (query.get('q') ?? '').toLowerCase()
    const documents = [...this.#entries.values()]
      .map(({ document }) => document)
      .filter(d => words === '' || `${d.name} ${d.number} ${d.title}`.toLowerCase().includes(words))
      .filter(d => !query.has('state') || d.state === query.get('state'))
      .filter(d => !query.has('review') || (query.get('review') === 'none' && (d.records ?? 0) > 0))
      .filter(d => !query.has('year') || String(d.year) === query.get('year'))
      .reverse()
    const from = Number(query.get('cursor') ?? 0)
    const limit = Number(query.get('limit') ?? 50)
    const next = from + limit < documents.length ? String(from + limit) : null
    return { documents: documents.slice(from, from + limit), next, total: documents.length }
  }

  facets(): Facets {
    const { documents } = this.list(new URLSearchParams({ limit: '10000' }))
    const count = <Value>(values: readonly (Value | null)[]): [Value, number][] => {
      const counts = new Map<Value, number>()
      for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
      return [...counts]
    }
    return {
      documents: documents.length,
      states: count(documents.map(d => d.state)).map(([state, n]) => ({ state, documents: n })),
      areas: [],
      years: count(documents.map(d => d.year)).map(([year, n]) => ({ year, documents: n })),
      kinds: count(documents.map(d => d.kind)).map(([kind, n]) => ({ kind, documents: n })),
      issuers: count(documents.map(d => d.issuer?.name ?? null)).map(([issuer, n]) => ({ issuer, documents: n })),
      reviews: [],
    }
  }

  samples(): SampleList {
    return {
      samples: SAMPLES.map(name => ({
        name: `${name}.txt`,
        title: 'Phát triển kinh tế tập thể (mẫu)',
        bytes: Buffer.byteLength(goldText(name)),
        document: null,
      })),
    }
  }

  loadSamples(): UploadOutcome[] {
    return SAMPLES.map(name => this.store(`${name}.txt`, Buffer.from(goldText(name))))
  }

  #finish(entry: Entry): void {
    const { document, extraction } = entry
    if (document.name.endsWith('.pdf')) {
      const damaged = problemDetails(problem('damaged-file', { detail: 'xref' }))
      entry.document = { ...document, state: 'failed', reading: null, problem: damaged }
      return
    }
    const { kind, number, title, issuer, area, issued, plans } = extraction.document
    const head = { kind, number, title, issuer, area, issued, plans, year: 2020 }
    const { engine, observations, flags } = extraction
    const count = (severity: Severity) => flags.filter(flag => flag.severity === severity).length
    const found = {
      observations: observations.length,
      records: observations.length,
      settled: 0,
      flags: { error: count('error'), warning: count('warning'), note: count('note') },
      engine,
    }
    entry.document = {
      ...document,
      ...head,
      ...found,
      state: 'done',
      reading: null,
      read: document.received,
      mediaType: 'text/plain',
    }
  }
}
