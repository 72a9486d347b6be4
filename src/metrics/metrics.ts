import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Archive } from '../archive/archive.ts'
import { DOCUMENT_STATES } from '../archive/database/tables.ts'
import type { ReadOutcome } from '../work/reading.ts'

/** Seconds: from a text of one page to a long scan. */
const READING_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1200, 3600]
const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60]

const MIB = 2 ** 20

export interface Metrics {
  read(outcome: ReadOutcome): void
  upload(outcome: string): void
  /** @param seconds from the first byte of the request to the last of the answer */
  request(labels: { readonly method: string; readonly route: string; readonly status: number }, seconds: number): void
  /** All of it as Prometheus reads it (text format 0.0.4). */
  text(): Promise<string>
  readonly contentType: string
}

/**
 * What an operator watches: documents by state, the queue, how long reading takes and in which stage, requests, the memory of the
 * processes that read, and the process's own memory and processor. Figures of the archive are those of the moment they are asked for.
 * @param megabytes what each process that reads holds, in 2^20 bytes
 */
export function createMetrics(archive: Pick<Archive, 'facets' | 'queue'>, megabytes: () => readonly number[]): Metrics {
  const registers = [new Registry()]
  const [registry] = registers as [Registry]
  collectDefaultMetrics({ register: registry })

  new Gauge({
    name: 'trichluc_documents',
    help: 'Documents of the archive by state.',
    labelNames: ['state'],
    registers,
    async collect() {
      const { states } = await archive.facets()
      for (const state of DOCUMENT_STATES) {
        this.set({ state }, states.find(each => each.state === state)?.documents ?? 0)
      }
    },
  })
  new Gauge({
    name: 'trichluc_queue_documents',
    help: 'Documents that wait to be read (waiting) or are being read (taken), by any process.',
    labelNames: ['place'],
    registers,
    async collect() {
      for (const [place, documents] of Object.entries(await archive.queue())) this.set({ place }, documents)
    },
  })
  new Gauge({
    name: 'trichluc_readers',
    help: 'Processes of this one that read documents, at work or kept for the next document.',
    registers,
    collect() {
      this.set(megabytes().length)
    },
  })
  new Gauge({
    name: 'trichluc_readers_resident_memory_bytes',
    help: 'Memory of these processes together, when it was last looked at, without the programs that they call.',
    registers,
    collect() {
      this.set(megabytes().reduce((sum, held) => sum + held * MIB, 0))
    },
  })
  const reading = new Histogram({
    name: 'trichluc_reading_seconds',
    help: 'Time to read one document and store the result, by outcome: read, lost (to another process), or the problem’s code.',
    labelNames: ['outcome'],
    buckets: READING_BUCKETS,
    registers,
  })
  const stages = new Histogram({
    name: 'trichluc_stage_seconds',
    help: 'Time of one stage of reading a document.',
    labelNames: ['stage'],
    buckets: READING_BUCKETS,
    registers,
  })
  const uploads = new Counter({
    name: 'trichluc_uploads_total',
    help: 'Files that were sent, by outcome: stored, known, or the problem’s code.',
    labelNames: ['outcome'],
    registers,
  })
  const requests = new Histogram({
    name: 'trichluc_request_seconds',
    help: 'Time of HTTP requests.',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_BUCKETS,
    registers,
  })

  return {
    read({ outcome, milliseconds, timings }) {
      reading.observe({ outcome }, milliseconds / 1000)
      for (const [stage, time] of Object.entries(timings ?? {})) stages.observe({ stage }, time / 1000)
    },
    upload: outcome => uploads.inc({ outcome }),
    request: (labels, seconds) => requests.observe(labels, seconds),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
