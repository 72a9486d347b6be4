import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { idlePool } from '../../idle-pool.ts'
import { type ThreadJob, type ThreadOrder, ThreadReply, type ThreadSource } from './thread-messages.ts'

/** A thread that makes the page images of one document ready; see `page-thread.ts`. */
export interface ImageThread {
  /**
   * Makes one page ready. One page at a time: the samples of the one before are overwritten.
   * @param signal ends the thread in the midst of its work; the next page starts another
   * @throws the signal's reason, or what ended the thread
   */
  ready(job: ThreadJob, signal: AbortSignal): Promise<ThreadReply>
  /** Frees the document. The thread itself is kept for a while, for the next one. */
  close(): Promise<void>
}

const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './page-thread.source.mjs' : './page-thread.js',
  import.meta.url,
)

/** Megabytes of the thread's own heap; images lie outside of it. */
const MAX_HEAP = 1024

/** Milliseconds that a thread waits for the next document: to start one costs as much as to prepare a page. */
const PATIENCE = 60_000

const idle = idlePool<Worker>({
  end: thread => void thread.terminate(),
  most: availableParallelism(),
  patience: PATIENCE,
})

const order = (thread: Worker, message: ThreadOrder): void => thread.postMessage(message)

function start(): Worker {
  const started = new Worker(ENTRY, { resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP } })
  // what goes wrong while no page is under way shows with the next one
  started.on('error', () => undefined)
  started.once('exit', () => idle.forget(started))
  return started
}

/** The thread is taken with the first page: one that is idle, or a new one. */
export function imageThread(source: ThreadSource): ImageThread {
  let thread: Worker | null = null
  const ended = () => {
    thread = null
  }
  const opened = (): Worker => {
    const taken = idle.take() ?? start()
    taken.ref()
    taken.once('exit', ended)
    order(taken, { do: 'open', source })
    return taken
  }
  const stop = async () => {
    const stopping = thread
    thread = null
    await stopping?.off('exit', ended).terminate()
  }
  return {
    async ready(job, signal) {
      signal.throwIfAborted()
      thread ??= opened()
      try {
        return ThreadReply.parse(await answered(thread, job, signal))
      } catch (error) {
        await stop()
        throw error
      }
    },
    async close() {
      const left = thread
      thread = null
      if (left === null) return
      left.off('exit', ended)
      order(left, { do: 'close' })
      // an idle thread does not keep the process alive
      left.unref()
      idle.give(left)
    },
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
    order(thread, { do: 'page', job })
  })
}
