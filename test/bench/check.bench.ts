import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { documentBlocks } from '../../fixtures/document-blocks.ts'
import { flatOdt } from '../../fixtures/flat-odt.ts'
import { convert, PDF } from '../../fixtures/office.ts'
import { LARGE, largePlan } from './large-plan.ts'

/**
 * What checking costs beside reading: wall-clock time, in one process and in turn, of reading the PDF of a plan with some 2,400
 * statistics of which one in a hundred is wrong, of understanding it, and of checking it. The check has to take less than the
 * reading. Medians; the first run, in which the solver is loaded, is told apart. Needs LibreOffice (soffice) and the built program.
 * Run: npm run build && npx tsx test/bench/check.bench.ts
 */
const RUNS = 9

const pdfOf = (text: string): Uint8Array => {
  const work = mkdtempSync(join(tmpdir(), 'check-bench-'))
  const source = join(work, 'plan.fodt')
  writeFileSync(source, flatOdt(documentBlocks(text)))
  convert([source], PDF, work, work)
  const bytes = readFileSync(join(work, 'plan.pdf'))
  rmSync(work, { recursive: true })
  return bytes
}

const FILE = {
  sha256: '',
  name: 'plan.pdf',
  mediaType: 'application/pdf',
  readBy: 'pdf-text',
  encoding: 'unicode',
} as const

const timed = async <T>(times: number[], work: () => T | Promise<T>): Promise<T> => {
  const from = performance.now()
  const made = await work()
  times.push(performance.now() - from)
  return made
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** A module of the built program. */
const built = async <T>(path: string): Promise<T> =>
  (await import(fileURLToPath(new URL(`../../dist/${path}`, import.meta.url)))) as T

const { check } = await built<typeof import('../../src/check/check.ts')>('check/check.js')
const { DEFAULT_LIMITS, understand } = await built<typeof import('../../src/extract.ts')>('extract.js')
const { readDocument } = await built<typeof import('../../src/read/read.ts')>('read/read.js')
const { loadRules } = await built<typeof import('../../src/rules/rule-set.ts')>('rules/rule-set.js')

const rules = loadRules()
const bytes = pdfOf(largePlan(LARGE))
const times: Record<'read' | 'understand' | 'check', number[]> = { read: [], understand: [], check: [] }
let size = ''

for (let run = 0; run <= RUNS; run++) {
  const read = await timed(times.read, () => readDocument(bytes, DEFAULT_LIMITS))
  if (!read.ok) throw new Error(read.problem.code)
  const { document: source } = read
  const { header, ...rest } = await timed(times.understand, () => understand(source, rules))
  const document = { ...header, ...FILE, bytes: bytes.length, pages: source.pages?.length ?? null }
  const checkable = { ...rest, text: source.text, document }
  const { flags } = await timed(times.check, () => check(checkable, rules.checks))
  const capped = flags.filter(f => f.capped).length
  size = `${document.pages} pages, ${rest.observations.length} observations, ${flags.length} flags, ${capped} of them capped`
}

console.log(size)
const medians = Object.entries(times).map(([stage, [first = Number.NaN, ...others]]) => {
  console.log(`${stage}: ${median(others).toFixed(0)} ms, first ${first.toFixed(0)} ms`)
  return median(others)
})
const [reading = Number.NaN, understanding = Number.NaN, checking = Number.NaN] = medians
console.log(
  `check / read: ${(checking / reading).toFixed(2)}, check / understand: ${(checking / understanding).toFixed(2)}`,
)
