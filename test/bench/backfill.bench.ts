import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import SQLite from 'better-sqlite3'
import { corpus } from '../crash/corpus.ts'

/**
 * A backfill of many small documents by the built program: its rate beside that of the pipeline alone in one thread, measured before
 * and after it in the same run; memory of all its processes and time of its first half beside its second.
 * Needs `npm run build`, and Linux for the memory. Run: npx tsx test/bench/backfill.bench.ts [DOCUMENTS]
 */
const DOCUMENTS = 10_000
const SAMPLE = 600
const WARM = 150
const SAMPLING = 500

const DIST = join(import.meta.dirname, '../../dist')

/** Documents a second of the pipeline alone, in one thread of a process of its own. */
const single = (folder: string): number => {
  const program = `
    const { readdirSync, readFileSync } = await import('node:fs')
    const { extract, DEFAULT_LIMITS } = await import(${JSON.stringify(pathToFileURL(join(DIST, 'extract.js')).href)})
    const files = readdirSync('.').slice(0, ${WARM + SAMPLE})
    let begun = 0
    for (const [i, file] of files.entries()) {
      if (i === ${WARM}) begun = performance.now()
      await extract(readFileSync(file), file, DEFAULT_LIMITS)
    }
    console.log((files.length - ${WARM}) / (performance.now() - begun) * 1000)`
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: folder, encoding: 'utf8' })
  return Number(said)
}

/** Resident memory of a process and all below it, in 2^20 bytes. See proc_pid_stat(5), proc_pid_statm(5). */
const treeMegabytes = (root: number): number => {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter(each => /^\d+$/.test(each))) {
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      parents.set(Number(name), Number(fields[1]))
    } catch {
      // it has ended
    }
  }
  const below = (pid: number): boolean => pid === root || (parents.has(pid) && below(parents.get(pid) ?? 0))
  let pages = 0
  for (const pid of parents.keys()) {
    try {
      if (below(pid)) pages += Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
    } catch {
      // it has ended
    }
  }
  return (pages * 4096) / 2 ** 20
}

const rounded = (value: number, digits = 2) => value.toFixed(digits)

const count = Number(process.argv[2] ?? DOCUMENTS)
const work = mkdtempSync(join(tmpdir(), 'trichluc-backfill-'))
try {
  const folder = join(work, 'files')
  mkdirSync(folder)
  for (const { name, content } of corpus(count)) writeFileSync(join(folder, name), content)
  const data = join(work, 'data')

  const before = single(folder)
  const begun = performance.now()
  const child = spawn(process.execPath, [join(DIST, 'cli/trichluc.js'), 'backfill', folder], {
    env: { PATH: process.env.PATH, TRICHLUC_DATA: data },
    stdio: ['ignore', 'inherit', 'ignore'],
  })
  const samples: number[] = []
  const timer = setInterval(() => samples.push(treeMegabytes(child.pid ?? 0)), SAMPLING)
  const [code] = await once(child, 'exit')
  clearInterval(timer)
  const seconds = (performance.now() - begun) / 1000
  const after = single(folder)

  const database = new SQLite(join(data, 'archive.sqlite'), { readonly: true })
  const read = database
    .prepare("select read from documents where state = 'done' order by read")
    .pluck()
    .all() as string[]
  database.close()
  const at = (share: number) => Date.parse(read[Math.floor((read.length - 1) * share)] ?? '') / 1000
  const half = Math.floor(samples.length / 2)
  const threads = availableParallelism()
  const alone = (before + after) / 2
  console.log(
    `${read.length} of ${count} documents read, exit code ${code}, ${rounded(seconds, 1)} s on ${threads} cores`,
  )
  console.log(
    `documents a second: backfill ${rounded(count / seconds, 1)}, pipeline alone in one thread ${rounded(before, 1)} before, ${rounded(after, 1)} after; ratio to ${threads} threads ${rounded(count / seconds / (threads * alone))}`,
  )
  console.log(`seconds: first half ${rounded(at(0.5) - at(0), 1)}, second half ${rounded(at(1) - at(0.5), 1)}`)
  console.log(
    `peak memory of all processes, MB: first half ${rounded(Math.max(...samples.slice(0, half)), 0)}, second half ${rounded(Math.max(...samples.slice(half)), 0)}`,
  )
} finally {
  rmSync(work, { recursive: true, force: true })
}
