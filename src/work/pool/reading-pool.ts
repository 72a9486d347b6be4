import { availableParallelism } from 'node:os'
import type { Explain, ExplainResult } from '../../explain/explain.ts'
import { idlePool } from '../../idle-pool.ts'
import { type Problem, problem } from '../../problem.ts'
import type { OnPages } from '../../read/pages-read.ts'
import type { PagePictures } from '../../scan-pages/page-pictures.ts'
import { Slots } from '../../slots.ts'
import type { Read, ReadResult } from '../reading.ts'
import { withPagesAtOnce } from './pages-at-once.ts'
import { DEFAULT_MEGABYTES, DEFAULT_SECONDS } from './pool-limits.ts'
import { type Ending, type Reader, startReader } from './reader.ts'
import type { ReaderJob, ReaderReply } from './reader-messages.ts'

export interface ReadingPoolOptions {
  /** Documents read at once; as many as the machine has cores where it is not given. */
  readonly readers?: number
  /** Wall time of one document. */
  readonly secondsPerDocument?: number
  /** Memory of a process while it reads a document, in 2^20 bytes. */
  readonly megabytesPerDocument?: number
  /** Milliseconds that a process without work is kept. */
  readonly patience?: number
  /** Told what the processes write on their standard output and error. */
  readonly complain?: (text: string) => void
  /** The module that the processes run, in place of the one that reads documents. */
  readonly entry?: URL
}

export interface ReadingPool {
  /**
   * What the pipeline's `extract` gives, packed by the process that has read it and that can be ended. Beside its problems: `reading-too-long`, `reading-out-of-memory`
   * and `reading-died`, for which another attempt may be made (see `isLostAttempt`), and `reading-interrupted` when the pool closes.
   * @throws what the pipeline throws; ProblemError `temporary-full` where no process can be started
   */
  readonly read: Read
  /** As the pipeline's `explain`, with the same problems. */
  readonly explain: Explain
  /** As `pagePictures`, with the same problems: pictures are decoded where they can do no harm. */
  readonly pictures: PagePictures
  /** Documents that are read now. */
  readonly underWay: number
  /** Memory that each process held when it was last looked at, in 2^20 bytes; 0 where that is not known. */
  readonly megabytes: readonly number[]
  /** Ends everything, also what is being read. */
  close(): Promise<void>
}

const PATIENCE = 60_000

/** A process that holds more than this share of its memory after a document is not used for another. */
const WORN = 0.5

const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './reader-process.source.mjs' : './reader-process.js',
  import.meta.url,
)

/**
 * Reads documents in processes of their own. They are started when there is work, kept for the next document, and ended after a
 * while without any. One more than `readers` may run, so that a question about one number never waits for a long document.
 */
export function readingPool(options: ReadingPoolOptions = {}): ReadingPool {
  const readers = options.readers ?? availableParallelism()
  const seconds = options.secondsPerDocument ?? DEFAULT_SECONDS
  const megabytes = options.megabytesPerDocument ?? DEFAULT_MEGABYTES
  const { entry = ENTRY, complain = text => void process.stderr.write(text) } = options
  const slots = new Slots(readers + 1)
  // Pages of one scan are asked for all at once; a second process would start for longer than they take.
  const pictureSlot = new Slots(1)
  const running = new Set<Reader>()
  let underWay = 0
  let closed = false

  const idle = idlePool<Reader>({
    end: reader => void reader.end(),
    most: readers + 1,
    patience: options.patience ?? PATIENCE,
  })
  const start = (): Reader => {
    const reader = startReader({ entry, seconds, megabytes, complain })
    running.add(reader)
    void reader.ended.then(() => {
      running.delete(reader)
      idle.forget(reader)
    })
    return reader
  }
  const take = (): Reader => {
    for (let kept = idle.take(); kept !== null; kept = idle.take()) {
      if (running.has(kept) && kept.held <= megabytes * WORN) return kept
      void kept.end()
    }
    return start()
  }

  const ask = (make: () => ReaderJob, onPages?: OnPages): Promise<Exclude<ReaderReply, { readonly is: 'fault' }>> =>
    slots.run(async () => {
      if (closed) return { is: 'problem', problem: asPlain(problem('reading-interrupted')) }
      underWay++
      try {
        const reader = take()
        const outcome = await reader.ask(make(), onPages)
        if ('ended' in outcome) return { is: 'problem', problem: asPlain(problemOf(outcome.ended, seconds, megabytes)) }
        if (closed) void reader.end()
        else idle.give(reader)
        if (outcome.reply.is === 'fault') throw faultOf(outcome.reply)
        return outcome.reply
      } finally {
        underWay--
      }
    })

  const askForPictures: typeof ask = make => pictureSlot.run(() => ask(make))

  return {
    get underWay() {
      return underWay
    },
    get megabytes() {
      return [...running].map(reader => reader.held)
    },
    async read(bytes, name, limits): Promise<ReadResult> {
      const make = () => ({ do: 'extract' as const, bytes, name, limits: withPagesAtOnce(limits, underWay) })
      const reply = await ask(make, limits.onPages)
      if (reply.is === 'problem') return { ok: false, problem: reply.problem }
      if (reply.is !== 'extraction') throw new Error(`asked for an extraction, got ${reply.is}`)
      return { ok: true, extraction: reply.extraction, ...(reply.timings === null ? {} : { timings: reply.timings }) }
    },
    async explain(bytes, asked, limits): Promise<ExplainResult> {
      const reply = await ask(() => ({ do: 'explain', bytes, asked, limits: withPagesAtOnce(limits, underWay) }))
      if (reply.is === 'problem') return { ok: false, problem: reply.problem }
      if (reply.is !== 'explanations') throw new Error(`asked for explanations, got ${reply.is}`)
      return { ok: true, explanations: JSON.parse(reply.explanations) }
    },
    pictures: {
      async measure(bytes, limits) {
        const reply = await askForPictures(() => ({ do: 'measure', bytes, limits: withPagesAtOnce(limits, underWay) }))
        if (reply.is === 'problem') return { ok: false, problem: reply.problem }
        if (reply.is !== 'sizes') throw new Error(`asked for sizes, got ${reply.is}`)
        return { ok: true, pages: reply.pages }
      },
      async draw(bytes, page, limits) {
        const reply = await askForPictures(() => ({
          do: 'draw',
          bytes,
          page,
          limits: withPagesAtOnce(limits, underWay),
        }))
        if (reply.is === 'problem') return { ok: false, problem: reply.problem }
        if (reply.is !== 'picture') throw new Error(`asked for a picture, got ${reply.is}`)
        return { ok: true, picture: reply.picture }
      },
    },
    async close() {
      closed = true
      await Promise.all([...running].map(reader => reader.end()))
    },
  }
}

const asPlain = ({ code, details }: Problem) => ({ code, details: { ...details } })

function problemOf(ended: Ending, seconds: number, megabytes: number): Problem {
  switch (ended.by) {
    case 'time':
      return problem('reading-too-long', { seconds })
    case 'memory':
      return problem('reading-out-of-memory', { megabytes })
    case 'itself':
      return problem('reading-died', { detail: ended.detail })
    case 'closing':
      return problem('reading-interrupted')
  }
}

/** The exception as the process met it. */
function faultOf({ message, stack }: { readonly message: string; readonly stack: string }): Error {
  const fault = new Error(message)
  if (stack !== '') fault.stack = stack
  return fault
}
