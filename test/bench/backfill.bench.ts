import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import SQLite from 'better-sqlite3'
import { corpus } from '../crash/corpus.ts'
import { plans } from './plans.ts'
import { endedSeconds, megabytes, ownSeconds } from './process-tree.ts'

/**
 * A backfill of many text documents by the built program: its rate beside that of the pipeline alone in one thread, measured before
 * and after it in the same run, and beside as many pipelines at once as there are threads; memory of all its processes and time of its first half beside its second. The documents are as long
 * as real plans are (see `plans`); with `--tiny` a tenth of a page, 1 kB, where all is overhead (see `corpus`).
 *
 * On a machine that others use the rates tell little; the processor time does: of a document alone, by that of one in the backfill
 * with all that this has to do. Needs `npm run build`, and Linux. Run: npx tsx test/bench/backfill.bench.ts [--tiny] [DOCUMENTS]
 */
const DOCUMENTS = 10_000
const SAMPLE = 300
/** Documents until the code is compiled as it will be in readers that have long been at work. */
const WARM = 300
const SAMPLING = 500

const DIST = join(import.meta.dirname, '../../dist')

interface Alone {
  /** Documents a second. */
  readonly rate: number
  /** Seconds of processor time for one document. */
  readonly processor: number
}

/**
 * The pipeline alone, in one thread of a process of its own, over files from all parts of the folder.
 * @param core the only core that it may use; else V8 compiles and collects on the others meanwhile
 */
const alone = async (folder: string, core?: number): Promise<Alone> => {
  const program = `
    const { readdirSync, readFileSync } = await import('node:fs')
    const { extract, DEFAULT_LIMITS } = await import(${JSON.stringify(pathToFileURL(join(DIST, 'extract.js')).href)})
    const all = readdirSync('.')
    const step = Math.max(1, Math.floor(all.length / ${WARM + SAMPLE}))
    const files = all.filter((_, i) => i % step === 0).slice(0, ${WARM + SAMPLE})
    let [begun, before] = [0, process.cpuUsage()]
    for (const [i, file] of files.entries()) {
      if (i === ${WARM}) [begun, before] = [performance.now(), process.cpuUsage()]
      await extract(readFileSync(file), file, DEFAULT_LIMITS)
    }
    const seconds = (performance.now() - begun) / 1000
    const { user, system } = process.cpuUsage(before)
    const read = files.length - ${WARM}
    console.log(JSON.stringify({ rate: read / seconds, processor: (user + system) / 1e6 / read }))`
  const command = [process.execPath, '--input-type=module', '-e', program]
  const [file = '', ...args] = core === undefined ? command : ['taskset', '-c', String(core), ...command]
  const { stdout } = await promisify(execFile)(file, args, { cwd: folder })
  return JSON.parse(stdout)
}

/** The same in as many processes as there are threads, which know nothing of each other: what the machine can give. @returns documents a second */
const atOnce = async (folder: string): Promise<number> => {
  const all = await Promise.all(Array.from({ length: availableParallelism() }, () => alone(folder)))
  return all.reduce((sum, { rate }) => sum + rate, 0)
}

interface Run {
  readonly code: number
  readonly seconds: number
  /** Seconds of processor time: of the program's own process, and of all processes. */
  readonly own: number
  readonly processor: number
  /** Megabytes, sampled over the run. */
  readonly memory: readonly { readonly own: number; readonly below: number }[]
}

const backfill = async (folder: string, data: string): Promise<Run> => {
  const begun = performance.now()
  const before = endedSeconds()
  const child = spawn(process.execPath, [join(DIST, 'cli/trichluc.js'), 'backfill', folder], {
    env: { ...process.env, TRICHLUC_DATA: data },
    stdio: ['ignore', 'inherit', 'ignore'],
  })
  const memory: Run['memory'][number][] = []
  let own = 0
  const timer = setInterval(() => {
    memory.push(megabytes(child.pid ?? 0))
    own = Math.max(own, ownSeconds(child.pid ?? 0))
  }, SAMPLING)
  const [code] = await once(child, 'exit')
  clearInterval(timer)
  return { code, seconds: (performance.now() - begun) / 1000, own, processor: endedSeconds() - before, memory }
}

const rounded = (value: number, digits = 2) => value.toFixed(digits)

const args = process.argv.slice(2)
const tiny = args.includes('--tiny')
const count = Number(args.find(each => /^\d+$/.test(each)) ?? DOCUMENTS)
const work = mkdtempSync(join(tmpdir(), 'trichluc-backfill-'))
try {
  const folder = join(work, 'files')
  mkdirSync(folder)
  for (const { name, content } of tiny ? corpus(count) : plans(count)) writeFileSync(join(folder, name), content)
  const bytes = readdirSync(folder).map(name => statSync(join(folder, name)).size)
  const data = join(work, 'data')

  const firstOnCore = await alone(folder, 0)
  const first = await alone(folder)
  const run = await backfill(folder, data)
  const last = await alone(folder)
  const lastOnCore = await alone(folder, 0)
  const most = await atOnce(folder)

  const database = new SQLite(join(data, 'archive.sqlite'), { readonly: true })
  const read = database
    .prepare("select read from documents where state = 'done' order by read")
    .pluck()
    .all() as string[]
  database.close()
  const at = (share: number) => Date.parse(read[Math.floor((read.length - 1) * share)] ?? '') / 1000
  const half = Math.floor(run.memory.length / 2)
  const peak = (of: (each: Run['memory'][number]) => number) =>
    [run.memory.slice(0, half), run.memory.slice(half)].map(part => Math.max(...part.map(of)))
  const shown = ([before = 0, after = 0]: readonly number[]) =>
    `first half ${rounded(before, 0)}, second half ${rounded(after, 0)} (${rounded(after / before)})`
  const threads = availableParallelism()
  const rate = count / run.seconds
  const rateAlone = (first.rate + last.rate) / 2
  const rateOnCore = (firstOnCore.rate + lastOnCore.rate) / 2
  const processorAlone = (first.processor + last.processor) / 2
  const milliseconds = (seconds: number) => rounded((seconds / count) * 1000, 2)

  console.log(
    `${read.length} of ${count} documents read, exit code ${run.code}, ${rounded(run.seconds, 1)} s on ${threads} cores; ${rounded(bytes.reduce((sum, each) => sum + each, 0) / bytes.length / 1000, 1)} kB each on average`,
  )
  console.log(
    `documents a second: backfill ${rounded(rate, 1)}, pipeline alone in one thread ${rounded(first.rate, 1)} before, ${rounded(last.rate, 1)} after; ratio to ${threads} threads ${rounded(rate / (threads * rateAlone))}`,
  )
  console.log(
    `on one core alone ${rounded(firstOnCore.rate, 1)} before, ${rounded(lastOnCore.rate, 1)} after; ratio to ${threads} cores ${rounded(rate / (threads * rateOnCore))}`,
  )
  console.log(
    `${threads} such pipelines at once, without an archive: ${rounded(most, 1)} a second, ${rounded(most / (threads * rateAlone))} of ${threads} threads; the backfill's ratio to them ${rounded(rate / most)}, in its second half ${rounded((read.length / 2 - 1) / (at(1) - at(0.5)) / most)}`,
  )
  console.log(
    `processor time of a document, ms: ${milliseconds(run.processor)}, of it ${milliseconds(run.own)} outside of the readers; alone ${rounded(first.processor * 1000)} before, ${rounded(last.processor * 1000)} after; ratio ${rounded((processorAlone * count) / run.processor)}`,
  )
  console.log(`seconds: first half ${rounded(at(0.5) - at(0), 1)}, second half ${rounded(at(1) - at(0.5), 1)}`)
  console.log(
    `peak memory, MB: all processes ${shown(peak(({ own, below }) => own + below))}; without the readers ${shown(peak(({ own }) => own))}`,
  )
} finally {
  rmSync(work, { recursive: true, force: true })
}
