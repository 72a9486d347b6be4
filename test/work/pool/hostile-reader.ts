import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { runLimited } from '../../../src/read/office/run-limited.ts'
import { pagePictures } from '../../../src/scan-pages/page-pictures.ts'
import { answerJobs } from '../../../src/work/pool/answer-jobs.ts'
import { extractionOf } from '../../support/extraction.ts'

/**
 * A process that stands in for the one that reads documents: what a document's name says is done, then the text is taken for read.
 * It loads no rules, so that it starts at once.
 */

const forEver = (): never => {
  for (;;);
}

const SECONDS_1000 = { time: 1_000_000, memory: 2 ** 32, file: 2 ** 20 }

/** Starts programs as readers do, leaves a file, and says on standard output which processes these are. */
async function leaveThings(): Promise<void> {
  const plain = spawn('sleep', ['1000'], { stdio: 'ignore' })
  const pid = join(tmpdir(), 'pid')
  void runLimited(['/bin/sh', '-c', 'echo $$ > "$0"; exec sleep 1000', pid], process.env as never, SECONDS_1000)
  writeFileSync(join(tmpdir(), 'page.tif'), 'a page')
  while (!existsSync(pid) || readFileSync(pid, 'utf8') === '') await sleep(20)
  process.stdout.write(`left ${JSON.stringify({ reader: process.pid, plain: plain.pid, folder: tmpdir() })}\n`)
}

const MISDEEDS: Readonly<Record<string, () => unknown>> = {
  exits: () => process.exit(3),
  findsNoRoom: () => {
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  },
  aborts: () => process.abort(),
  throwsLater: async () => {
    setTimeout(() => {
      throw new Error('nobody catches this')
    })
    await sleep(60_000)
  },
  throws: () => {
    throw new RangeError('a fault of the pipeline')
  },
  loops: forEver,
  waits: () => sleep(600_000),
  objects: () => {
    const kept: unknown[] = []
    for (;;) kept.push({ a: [1, 2, 3] })
  },
  // grows by doubling: the step over the limit is a large one
  map: () => {
    const kept = new Map<number, number>()
    for (let i = 0; ; i++) kept.set(i, i)
  },
  array: () => {
    const kept: unknown[] = []
    for (;;) kept.push(new Array(20_000_000).fill(0.5))
  },
  // outside of V8's heap, whose limit does not see them
  buffers: () => {
    const kept: Buffer[] = []
    for (;;) kept.push(Buffer.alloc(10_000_000, 1))
  },
  leavesThingsAndLoops: async () => {
    await leaveThings()
    forEver()
  },
  leavesThingsAndWaits: async () => {
    await leaveThings()
    await sleep(600_000)
  },
  tellsEnvironment: () => {
    process.stdout.write(`${Object.keys(process.env).join(' ')}\n`)
  },
  holdsMemory: () => {
    ;(globalThis as { held?: Buffer }).held = Buffer.alloc(300_000_000, 1)
  },
}

answerJobs({
  pictures: pagePictures,
  explain: async () => ({ ok: true, explanations: [] }),
  async extract(bytes, name, limits) {
    await MISDEEDS[name]?.()
    if (name === 'tellsPages') for (const page of [1, 2, 3]) limits.onPages?.({ page, pages: 3 })
    const told = { level: 'info', code: 'ocr', text: { vi: `${limits.ocr?.workers}`, en: `${process.pid}` } } as const
    return { ok: true, extraction: extractionOf(bytes, name, { messages: [told] }) }
  },
})
