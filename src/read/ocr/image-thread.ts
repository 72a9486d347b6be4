import { Worker } from 'node:worker_threads'
import { type ThreadJob, ThreadReply, type ThreadSource } from './thread-messages.ts'

/** A thread that makes page images ready; see `page-thread.ts`. */
export interface ImageThread {
  /**
   * Makes one page ready. One page at a time.
   * @param signal ends the thread in the midst of its work; the next page starts another
   * @throws the signal's reason, or what ended the thread
   */
  ready(job: ThreadJob, signal: AbortSignal): Promise<ThreadReply>
  close(): Promise<void>
}

const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './page-thread.source.mjs' : './page-thread.js',
  import.meta.url,
)

/** Megabytes of the thread's own heap; images lie outside of it. */
const MAX_HEAP = 1024

/** The thread is started with the first page. */
export function imageThread(source: ThreadSource): ImageThread {
  let thread: Worker | null = null
  const stop = async () => {
    const stopping = thread
    thread = null
    await stopping?.terminate()
  }
  const start = (): Worker => {
    const started = new Worker(ENTRY, { workerData: source, resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP } })
    // what goes wrong while no page is under way shows with the next one
    started.on('error', () => undefined)
    started.once('exit', () => {
      if (thread === started) thread = null
    })
    return started
  }
  return {
    async ready(job, signal) {
      signal.throwIfAborted()
      thread ??= start()
      try {
        return ThreadReply.parse(await answered(thread, job, signal))
      } catch (error) {
        await stop()
        throw error
      }
    },
    close: stop,
  }
}

function answered(thread: Worker, job: ThreadJob, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number) => done(() => reject(new Error(`thread ended with code ${code}`)))
    const failed = (error: unknown) => done(() => reject(error))
    const stopped = () => done(() => reject(signal.reason))
    const answer = (reply: unknown) => done(() => resolve(reply))
    const done = (settle: () => void) => {
      thread.off('message', answer).off('error', failed).off('exit', ended)
      signal.removeEventListener('abort', stopped)
      settle()
    }
    thread.on('message', answer).on('error', failed).on('exit', ended)
    signal.addEventListener('abort', stopped, { once: true })
    thread.postMessage(job)
  })
}
