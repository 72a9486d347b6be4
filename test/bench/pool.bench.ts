import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

/**
 * What the pool of reading processes costs: small documents a second of one process that does nothing else, and of a pool with as
 * many readers as there are cores; in turn, medians. 1.00 is as many times the single rate as there are cores; what is missing is
 * the way of bytes and results between processes, and what the cores share: the garbage collector of a single process helps itself
 * to the other core. On a machine that others use only the processor time tells: that of a document alone, by that of one in the
 * pool with what this process does for it. Needs Linux and the built program. Run: npm run build && npx tsx test/bench/pool.bench.ts [documents] [rounds]
 */
const [documents = 90, rounds = 5] = process.argv.slice(2).map(Number)

const built = async <T>(path: string): Promise<T> =>
  (await import(fileURLToPath(new URL(`../../dist/${path}`, import.meta.url)))) as T

const { extract, DEFAULT_LIMITS } = await built<typeof import('../../src/extract.ts')>('extract.js')
const { readingPool } = await built<typeof import('../../src/work/pool/reading-pool.ts')>('work/pool/reading-pool.js')

const folder = new URL('../../fixtures/gold/', import.meta.url)
const texts = readdirSync(folder)
  .filter(name => name.endsWith('.txt'))
  .map(name => readFileSync(new URL(name, folder), 'utf8'))

/** A gold text whose numbers are others. */
const variant = (i: number): Uint8Array => {
  const text = texts[i % texts.length] ?? ''
  return new TextEncoder().encode(text.replace(/\d(?!\d)/g, digit => String((Number(digit) + i) % 10)))
}

type Extract = (bytes: Uint8Array, name: string) => Promise<{ readonly ok: boolean }>

/** Seconds of processor time of this process and its children so far. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  const children = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(pid => (existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : ''))
    // the fields after the name, which may hold blanks: state, parent, …, user and system time in ticks of 10 ms
    .map(stat => stat.slice(stat.lastIndexOf(')') + 2).split(' '))
    .filter(([, parent]) => Number(parent) === process.pid)
    .reduce((sum, fields) => sum + Number(fields[11]) + Number(fields[12]), 0)
  return (user + system) / 1e6 + children / 100
}

interface Rate {
  readonly perSecond: number
  readonly cpuPerDocument: number
  /** The share of the time that this process was busy. */
  readonly busy: number
}

async function rate(read: Extract, lanes: number): Promise<Rate> {
  const waiting = Array.from({ length: documents }, (_, i) => i)[Symbol.iterator]()
  const from = performance.now()
  const cpu = cpuSeconds()
  const before = performance.eventLoopUtilization()
  const lane = async () => {
    for (const i of waiting) if (!(await read(variant(i), `${i}.txt`)).ok) throw new Error(`${i} was not read`)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  const busy = performance.eventLoopUtilization(before).utilization
  const cpuPerDocument = (cpuSeconds() - cpu) / documents
  return { perSecond: documents / ((performance.now() - from) / 1000), cpuPerDocument, busy }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const cores = availableParallelism()
const pool = readingPool({ readers: cores })
const pooled: Extract = (bytes, name) => pool.read(bytes, name, DEFAULT_LIMITS)
const single: Extract = (bytes, name) => extract(bytes, name)

const began = performance.now()
await pooled(variant(0), 'first.txt')
console.log(`first document, with the start of its process: ${(performance.now() - began).toFixed(0)} ms`)
// each process has its code compiled as it runs: readers see only their share of the documents
for (let i = 0; i < cores; i++) await rate(pooled, cores)
await rate(single, 1)

const [alone, together]: [Rate[], Rate[]] = [[], []]
for (let round = 0; round < rounds; round++) {
  alone.push(await rate(single, 1))
  together.push(await rate(pooled, cores))
}
const of = (rates: readonly Rate[], what: keyof Rate): number => median(rates.map(each => each[what]))
const ratio = (what: keyof Rate): number => of(together, what) / of(alone, what)

console.log(`${documents} documents, ${rounds} rounds, ${cores} cores`)
console.log(
  `alone: ${of(alone, 'perSecond').toFixed(2)} documents/s, ${of(alone, 'cpuPerDocument').toFixed(3)} s of processor each`,
)
console.log(
  `pool: ${of(together, 'perSecond').toFixed(2)} documents/s, ${of(together, 'cpuPerDocument').toFixed(3)} s of processor each`,
)
console.log(`rate of the pool / (cores x alone): ${(ratio('perSecond') / cores).toFixed(2)}`)
console.log(`processor time alone / in the pool: ${(1 / ratio('cpuPerDocument')).toFixed(2)}`)
console.log(`this process was busy ${(of(together, 'busy') * 100).toFixed(1)} % of the time of the pool`)
console.log(`memory of a reader: ${pool.megabytes.map(each => each.toFixed(0)).join(', ')} MB`)
await pool.close()
