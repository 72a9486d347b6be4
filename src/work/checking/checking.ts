import { Worker } from 'node:worker_threads'
import type { ReviewRules } from '../../review/review-rules.ts'
import { type CheckingJob, CheckingReply } from './checking-messages.ts'

/** Checks records in a thread of its own: the server answers meanwhile. */
export interface Checking {
  /** What the rules of the thread know; checks are made in it. The thread is started with the first question. */
  rules(): Promise<ReviewRules>
  close(): Promise<void>
}

const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './checking-thread.source.mjs' : './checking-thread.js',
  import.meta.url,
)

/** Megabytes of the thread's own heap. */
const MAX_HEAP = 1024

type Answer = Exclude<CheckingReply, { is: 'ready' | 'fault' }>
type Asked = CheckingJob extends infer J ? (J extends CheckingJob ? Omit<J, 'job'> : never) : never

interface Waiting {
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
}

interface Running {
  readonly thread: Worker
  readonly ready: Promise<ReviewRules>
}

/** A thread that ends by itself fails what it was asked; the next question starts another. */
export function createChecking(): Checking {
  let running: Running | null = null

  const start = (): Running => {
    const thread = new Worker(ENTRY, { resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP } })
    thread.unref()
    const waiting = new Map<number, Waiting>()
    let jobs = 0
    const ask = (asked: Asked): Promise<Answer> =>
      new Promise((resolve, reject) => {
        const message: CheckingJob = { ...asked, job: ++jobs }
        waiting.set(message.job, { resolve, reject })
        thread.ref()
        thread.postMessage(message)
      })
    const check: ReviewRules['check'] = async (extraction, records) => {
      const answer = await ask({ is: 'check', extraction, records })
      if (answer.is !== 'checked') throw new Error(`asked to check, the thread has ${answer.is}`)
      return { flags: answer.flags, support: answer.support }
    }
    const draft: ReviewRules['draft'] = async settled => {
      const answer = await ask({ is: 'draft', settled })
      if (answer.is !== 'drafted') throw new Error(`asked to draft, the thread has ${answer.is}`)
      return answer.made
    }
    const settle = (job: number): Waiting | undefined => {
      const asked = waiting.get(job)
      waiting.delete(job)
      // an idle thread does not keep the process alive
      if (waiting.size === 0) thread.unref()
      return asked
    }
    const ready = new Promise<ReviewRules>((resolve, reject) => {
      const fail = (error: Error) => {
        running = null
        reject(error)
        for (const { reject: refuse } of waiting.values()) refuse(error)
        waiting.clear()
      }
      thread.on('error', fail)
      thread.once('exit', code => fail(new Error(`the thread that checks records ended with code ${code}`)))
      thread.on('message', (message: unknown) => {
        const reply = CheckingReply.parse(message)
        if (reply.is === 'ready') resolve({ engine: reply.engine, codes: reply.codes, check, draft })
        else if (reply.is !== 'fault') settle(reply.job)?.resolve(reply)
        else settle(reply.job)?.reject(Object.assign(new Error(reply.message), { stack: reply.stack }))
      })
    })
    // whoever asked is told
    ready.catch(() => undefined)
    return { thread, ready }
  }

  return {
    rules() {
      running ??= start()
      return running.ready
    },
    async close() {
      await running?.thread.terminate()
    },
  }
}
