import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { unpackExtraction } from '../../../src/archive/extractions.ts'
import { explain } from '../../../src/explain/explain.ts'
import { DEFAULT_LIMITS, type ExtractResult, extract } from '../../../src/extract.ts'
import { CATALOGUE, type ProblemCode } from '../../../src/problem.ts'
import type { PagesRead } from '../../../src/read/pages-read.ts'
import { isLostAttempt } from '../../../src/work/pool/lost-attempt.ts'
import { type ReadingPoolOptions, readingPool } from '../../../src/work/pool/reading-pool.ts'
import type { Read } from '../../../src/work/reading.ts'

const HOSTILE = new URL('./hostile-reader.source.mjs', import.meta.url)
const TEXT = new TextEncoder().encode('Năm 2019 thành lập mới 35 hợp tác xã, đạt 103 % kế hoạch.\n')
const GOLD = readFileSync(fileURLToPath(new URL('../../../fixtures/gold/lang-son-2020.txt', import.meta.url)))

/** Of one document. Within them a process starts, also on a busy machine, and does what is seen of it. */
const SECONDS = 20

/** Reads with a pool, and unpacks what it gives. */
const unpacked =
  (read: Read) =>
  async (...parts: Parameters<Read>): Promise<ExtractResult> => {
    const result = await read(...parts)
    if (!result.ok) return result
    if (!('packed' in result.extraction)) throw new Error('an extraction that is not packed')
    const { packed, text } = result.extraction
    const extraction = await unpackExtraction({ packed, text_packed: text.packed })
    return { ok: true, extraction, ...(result.timings === undefined ? {} : { timings: result.timings }) }
  }

/** A pool whose processes misbehave where a document's name says so; closed after the test. */
const hostilePool = (options: ReadingPoolOptions = {}) => {
  let said = ''
  const complain = (text: string) => {
    said += text
  }
  const pool = readingPool({ readers: 1, entry: HOSTILE, complain, ...options })
  onTestFinished(() => pool.close())
  return { read: (name: string) => unpacked(pool.read)(TEXT, name, DEFAULT_LIMITS), pool, said: () => said }
}

const codeOf = (result: ExtractResult) => (result.ok ? 'read' : result.problem.code)
const readerOf = (result: ExtractResult) => (result.ok ? result.extraction.messages[0]?.text.en : undefined)
const pagesAtOnce = (result: ExtractResult) => (result.ok ? Number(result.extraction.messages[0]?.text.vi) : Number.NaN)
const isAlive = (pid: number) => {
  if (!existsSync(`/proc/${pid}`)) return false
  return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
}

describe('a pool of reading processes', () => {
  test('keeps nothing of what it has given while its process goes on', async () => {
    setFlagsFromString('--expose-gc')
    const collect: () => void = runInNewContext('gc')
    const { pool } = hostilePool()
    const given: WeakRef<object>[] = []
    for (let i = 0; i < 10; i++) {
      const result = await pool.read(TEXT, `${i}.txt`, DEFAULT_LIMITS)
      if (!result.ok) throw new Error(result.problem.code)
      given.push(new WeakRef(result.extraction))
    }
    // what the last one was awaited with is let go later
    await sleep(10)
    collect()
    expect(given.slice(0, -1).filter(each => each.deref() !== undefined)).toEqual([])
  })

  test('gives what the pipeline gives, results with times and problems, and leaves the bytes to the caller', async () => {
    const pool = readingPool({ readers: 1 })
    onTestFinished(() => pool.close())
    const bytes = Uint8Array.from(GOLD)
    const pooled = await unpacked(pool.read)(bytes, 'kh-155.txt', DEFAULT_LIMITS)
    const direct = await extract(GOLD, 'kh-155.txt', DEFAULT_LIMITS)
    if (!pooled.ok || !direct.ok) throw new Error('not read')
    expect(pooled.extraction).toEqual(JSON.parse(JSON.stringify(direct.extraction)))
    expect(Object.keys(pooled.extraction)).toEqual(Object.keys(direct.extraction))
    expect(Buffer.from(bytes)).toEqual(GOLD)
    const { timings } = pooled
    expect(Object.keys(timings ?? {})).toEqual(['read', 'repair', 'outline', 'observe', 'check'])
    for (const taken of Object.values(timings ?? {})) expect(taken).toBeGreaterThan(0)

    const asked = { line: 32, column: 157 }
    expect(await pool.explain(bytes, asked, DEFAULT_LIMITS)).toEqual(
      JSON.parse(JSON.stringify(await explain(GOLD, asked, DEFAULT_LIMITS))),
    )

    // problems are handed on as they are
    const small = { ...DEFAULT_LIMITS, maxBytes: 10 }
    expect(await pool.read(TEXT, 'a.txt', small)).toEqual(await extract(TEXT, 'a.txt', small))
    const nowhere = { line: 99, column: null }
    expect(await pool.explain(TEXT, nowhere, DEFAULT_LIMITS)).toEqual(await explain(TEXT, nowhere, DEFAULT_LIMITS))
  })

  test('throws what the pipeline throws, and its process reads on', async () => {
    const { read } = hostilePool()
    const before = readerOf(await read('a.txt'))
    await expect(read('throws')).rejects.toThrow('a fault of the pipeline')
    expect(readerOf(await read('a.txt'))).toBe(before)
  })

  test.each([
    ['exits', 'exit code 3'],
    ['aborts', 'SIGABRT'],
    ['throwsLater', 'exit code 1'],
  ])('a document whose reading %s costs itself one attempt', async (name, detail) => {
    const { read } = hostilePool({ readers: 2 })
    const other = read('a.txt')
    expect(await read(name)).toEqual({ ok: false, problem: { code: 'reading-died', details: { detail } } })
    expect(codeOf(await other)).toBe('read')
    expect(codeOf(await read('b.txt'))).toBe('read')
  })

  test.each(['loops', 'waits'])('a document whose reading %s ends with its time', async name => {
    const { read } = hostilePool({ readers: 2, secondsPerDocument: SECONDS })
    const other = read('a.txt')
    expect(await read(name)).toEqual({
      ok: false,
      problem: { code: 'reading-too-long', details: { seconds: SECONDS } },
    })
    expect(codeOf(await other)).toBe('read')
    expect(codeOf(await read('b.txt'))).toBe('read')
  })

  test.each(['objects', 'map', 'array', 'buffers'])(
    'a document whose reading fills the memory with %s ends with it',
    async name => {
      const { read } = hostilePool({ readers: 2, megabytesPerDocument: 600 })
      const other = read('a.txt')
      expect(await read(name)).toEqual({
        ok: false,
        problem: { code: 'reading-out-of-memory', details: { megabytes: 600 } },
      })
      expect(codeOf(await other)).toBe('read')
      expect(codeOf(await read('b.txt'))).toBe('read')
    },
  )

  test('a process that holds much memory after a document reads no other', async () => {
    const { read } = hostilePool({ megabytesPerDocument: 700 })
    const before = readerOf(await read('holdsMemory'))
    await sleep(200)
    expect(readerOf(await read('a.txt'))).not.toBe(before)
  })

  test.each(['leavesThingsAndLoops', 'leavesThingsAndWaits'])(
    'programs and files of a reading that is ended go with it (%s)',
    async name => {
      const { read, said } = hostilePool({ secondsPerDocument: SECONDS })
      const reading = read(name)
      await expect.poll(said).toMatch(/left .*\n/)
      const left = JSON.parse(/left (.*)\n/.exec(said())?.[1] ?? '')
      const pids = [left.reader, left.plain, Number(readFileSync(`${left.folder}/pid`, 'utf8'))]
      expect(pids.map(isAlive)).toEqual([true, true, true])
      expect(codeOf(await reading)).toBe('reading-too-long')
      await expect.poll(() => pids.map(isAlive)).toEqual([false, false, false])
      expect(existsSync(left.folder)).toBe(false)
    },
  )

  test('that is closed interrupts what is read and takes nothing more', async () => {
    const { read, pool } = hostilePool()
    const reading = read('waits')
    await expect.poll(() => pool.underWay).toBe(1)
    await pool.close()
    expect(codeOf(await reading)).toBe('reading-interrupted')
    expect(codeOf(await read('a.txt'))).toBe('reading-interrupted')
    expect(isLostAttempt({ code: 'reading-interrupted' })).toBe(false)
  })

  test('one document alone has all cores for its pages, each of many its share', async () => {
    const cores = availableParallelism()
    const { read } = hostilePool({ readers: 3 })
    expect(pagesAtOnce(await read('alone'))).toBe(cores)
    const together = await Promise.all([read('a'), read('b'), read('c')])
    expect(together.map(pagesAtOnce)).toEqual([1, 2, 3].map(n => Math.max(1, Math.floor(cores / n))))
  })

  test('what reads a document knows no secret of the server', async () => {
    for (const name of ['TRICHLUC_TOKEN', 'DATABASE_URL', 'PGPASSWORD']) vi.stubEnv(name, 'a secret')
    onTestFinished(() => void vi.unstubAllEnvs())
    const { read, said } = hostilePool()
    await read('tellsEnvironment')
    await expect.poll(said).toContain('TMPDIR')
    expect(said()).not.toMatch(/TRICHLUC_TOKEN|DATABASE_URL|PGPASSWORD/)
  })

  test('tells how far each document is, to whoever asked for it', async () => {
    const { pool } = hostilePool()
    const told: PagesRead[] = []
    const onPages = (read: PagesRead) => told.push(read)
    await pool.read(TEXT, 'tellsPages', { ...DEFAULT_LIMITS, onPages })
    expect(told).toEqual([1, 2, 3].map(page => ({ page, pages: 3 })))
    // nobody asks how far it is with the same process
    expect(await pool.read(TEXT, 'tellsPages', DEFAULT_LIMITS)).toMatchObject({ ok: true })
    expect(told).toHaveLength(3)
  })

  test('a question about a number does not wait for the documents that are being read', async () => {
    const { read, pool } = hostilePool({ secondsPerDocument: 30 })
    void read('waits')
    expect(await pool.explain(TEXT, { line: 1, column: null }, DEFAULT_LIMITS)).toMatchObject({ ok: true })
  })

  test('processes without work are ended after a while', async () => {
    const { read } = hostilePool({ patience: 2_000 })
    const pid = Number(readerOf(await read('a.txt')))
    expect(isAlive(pid)).toBe(true)
    await expect.poll(() => isAlive(pid)).toBe(false)
  })

  test('a process that finds no room for its files says so, and costs nothing', async () => {
    const { read } = hostilePool()
    const before = readerOf(await read('a.txt'))
    expect(await read('findsNoRoom')).toEqual({
      ok: false,
      problem: {
        code: 'temporary-full',
        details: { folder: tmpdir(), vi: 'ổ đĩa đã đầy', en: 'the disk is full' },
      },
    })
    expect(readerOf(await read('b.txt'))).toBe(before)
  })

  test('a process that cannot start is a reading that died, told with what it said', async () => {
    const { read, said } = hostilePool({ entry: new URL('./nowhere.mjs', import.meta.url) })
    expect(await read('a.txt')).toEqual({
      ok: false,
      problem: { code: 'reading-died', details: { detail: 'exit code 1' } },
    })
    expect(said()).toContain('nowhere.mjs')
  })
})

describe('when the program itself', () => {
  const program = async (...args: readonly string[]): Promise<{ child: ChildProcess; said: () => string }> => {
    const path = fileURLToPath(new URL('./pool-program.ts', import.meta.url))
    const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    onTestFinished(() => void child.kill('SIGKILL'))
    let said = ''
    child.stdout.on('data', chunk => {
      said += chunk
    })
    return { child, said: () => said }
  }

  test('has nothing more to do, idle processes do not keep it', async () => {
    const { child, said } = await program('a.txt')
    const [code] = await once(child, 'exit')
    expect([code, said()]).toEqual([0, 'read\n'])
  })

  test('closes the pool, it goes on when that is done', async () => {
    const { child, said } = await program('a.txt', 'close')
    const [code] = await once(child, 'exit')
    expect([code, said()]).toEqual([0, 'read\nclosed\n'])
  })

  test.each([
    ['SIGTERM', 'leavesThingsAndWaits'],
    ['SIGKILL', 'leavesThingsAndWaits'],
    ['SIGKILL', 'leavesThingsAndLoops'],
  ] as const)('is ended by %s, nothing of it stays (%s)', async (signal, name) => {
    const { child, said } = await program(name)
    await expect.poll(said).toMatch(/left .*\n/)
    const left = JSON.parse(/left (.*)\n/.exec(said())?.[1] ?? '')
    const group = Number(readFileSync(`${left.folder}/pid`, 'utf8'))
    child.kill(signal)
    await once(child, 'exit')
    const pids = name === 'leavesThingsAndLoops' ? [left.reader, left.plain] : [left.reader, left.plain, group]
    await expect.poll(() => pids.some(isAlive)).toBe(false)
    if (name === 'leavesThingsAndLoops') process.kill(-group, 'SIGKILL')
    else await expect.poll(() => existsSync(left.folder)).toBe(false)
  })
})

test('the three problems of a lost attempt are those of the catalogue', () => {
  const lost = Object.keys(CATALOGUE).filter(code => isLostAttempt({ code: code as ProblemCode }))
  expect(lost).toEqual(['reading-too-long', 'reading-out-of-memory', 'reading-died'])
})
