import { parentPort } from 'node:worker_threads'
import { shippedReviewRules } from '../../review/shipped-review-rules.ts'
import type { CheckingJob, CheckingReply } from './checking-messages.ts'

/** A thread that checks records and makes examples of them, one document after the other. */

const tell = (reply: CheckingReply): void => parentPort?.postMessage(reply)

const { engine, codes, check, draft } = await shippedReviewRules()
tell({ is: 'ready', engine, codes })

let line: Promise<void> = Promise.resolve()
parentPort?.on('message', (message: CheckingJob) => {
  line = line.then(() => answer(message))
})

const answer = async (asked: CheckingJob): Promise<void> => {
  const { job } = asked
  try {
    if (asked.is === 'draft') return tell({ is: 'drafted', job, made: await draft(asked.settled) })
    const { flags, support } = await check(asked.extraction, asked.records)
    tell({ is: 'checked', job, flags, support: new Map(support) })
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    tell({ is: 'fault', job, message, stack })
  }
}
