import { rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { packExtraction } from '../../archive/packed-extraction.ts'
import type { Explain } from '../../explain/explain.ts'
import type { Problem } from '../../problem.ts'
import type { PagePictures } from '../../scan-pages/page-pictures.ts'
import { temporaryFull } from '../../temporary-full.ts'
import { onProcessGroups } from '../../tools/process-groups.ts'
import type { Extract } from '../reading.ts'
import {
  type DrawJob,
  type ExplainJob,
  type ExtractJob,
  type MeasureJob,
  ReaderJob,
  type ReaderMessage,
  type ReaderReply,
} from './reader-messages.ts'

/** How reluctantly the system ends this process when memory runs out, -1000 to 1000: long before the server. */
const OOM_SCORE = '700'

interface Work {
  readonly extract: Extract
  readonly explain: Explain
  readonly pictures: PagePictures
}

/**
 * Makes this process one that reads documents for the process that forked it, whose first argument is the folder for temporary
 * files. It ends with its parent, whatever it is doing then.
 */
export function answerJobs(work: Work): void {
  const [scratch] = process.argv.slice(2)
  if (scratch === undefined) throw new Error('the folder for temporary files is missing')
  endWithParent(scratch)
  leaveSignalsToParent()
  yieldMemory()
  process.on('message', async message =>
    tell({ reply: await answer(ReaderJob.parse(message), work, dirname(scratch)) }),
  )
}

const tell = (message: ReaderMessage): void => void process.send?.(message)

/** @param temporary the folder that the one for this process's temporary files lies in */
async function answer(job: ReaderJob, work: Work, temporary: string): Promise<ReaderReply> {
  try {
    switch (job.do) {
      case 'extract':
        return await extracted(job, work.extract)
      case 'explain':
        return await explained(job, work.explain)
      case 'measure':
        return await measured(job, work.pictures)
      case 'draw':
        return await drawn(job, work.pictures)
    }
  } catch (error) {
    const full = temporaryFull(error, temporary)
    if (full !== null) return refused(full)
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    return { is: 'fault', message, stack }
  }
}

async function extracted({ bytes, name, limits }: ExtractJob, extract: Extract): Promise<ReaderReply> {
  const result = await extract(bytes, name, { ...limits, onPages: read => tell({ read }) })
  if (!result.ok) return refused(result.problem)
  const extraction = await packExtraction(name, result.extraction)
  return { is: 'extraction', extraction, timings: result.timings ?? null }
}

async function explained({ bytes, asked, limits }: ExplainJob, explain: Explain): Promise<ReaderReply> {
  const result = await explain(bytes, asked, limits)
  if (!result.ok) return refused(result.problem)
  return { is: 'explanations', explanations: JSON.stringify(result.explanations) }
}

async function measured({ bytes, limits }: MeasureJob, pictures: PagePictures): Promise<ReaderReply> {
  const result = await pictures.measure(bytes, limits)
  return result.ok ? { is: 'sizes', pages: [...result.pages] } : refused(result.problem)
}

async function drawn({ bytes, page, limits }: DrawJob, pictures: PagePictures): Promise<ReaderReply> {
  const result = await pictures.draw(bytes, page, limits)
  return result.ok ? { is: 'picture', picture: result.picture } : refused(result.problem)
}

const refused = ({ code, details }: Problem): ReaderReply => ({
  is: 'problem',
  problem: { code, details: { ...details } },
})

/**
 * The parent that goes closes the channel. One that is killed while this process computes, and so never hears of it, is missed by
 * a thread, which then does what remains to be done.
 */
function endWithParent(scratch: string): void {
  const watch = new Worker(WATCH, { eval: true, workerData: { parent: process.ppid, scratch } })
  watch.unref()
  onProcessGroups(event => {
    watch.postMessage(event)
    tell(event)
  })
  process.once('disconnect', () => {
    process.once('exit', () => {
      rmSync(scratch, { recursive: true, force: true })
      process.kill(-process.pid, 'SIGKILL')
    })
    process.exit()
  })
}

/** Looks every second; 3 more are left to an end in order. */
const WATCH = `
const { rmSync } = require('node:fs')
const { parentPort, workerData: { parent, scratch } } = require('node:worker_threads')
const groups = new Set()
parentPort.on('message', ({ group, runs }) => groups[runs ? 'add' : 'delete'](group))
const end = () => {
  for (const group of groups) try { process.kill(-group, 'SIGKILL') } catch {}
  rmSync(scratch, { recursive: true, force: true })
  process.kill(-process.pid, 'SIGKILL')
}
const look = setInterval(() => {
  if (process.ppid === parent) return
  clearInterval(look)
  setTimeout(end, 3000)
}, 1000)
`

/** Signals to a whole group or service are the server's to answer; what is read meanwhile is read to its end. */
const leaveSignalsToParent = (): void => {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined)
}

const yieldMemory = (): void => {
  try {
    writeFileSync('/proc/self/oom_score_adj', OOM_SCORE)
  } catch {
    // another system, or one that does not allow it: the limits hold all the same
  }
}
