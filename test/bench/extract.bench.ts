import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { understand } from '../../src/extract.ts'
import { tokenise } from '../../src/lex/tokenise.ts'
import type { SourceDocument } from '../../src/read/source-document.ts'
import { readText } from '../../src/read/text.ts'
import { loadRules } from '../../src/rules/rule-set.ts'

/**
 * How fast the stages after reading are, on one core: megabytes of UTF-8 text a second of processor time over the five seed
 * texts, as many times slower as cutting the same text into tokens, and how the time grows when the text grows tenfold.
 * Medians. Run: npx tsx test/bench/extract.bench.ts
 *
 * The loader's wrappers of inner functions cost about a quarter. For the figures of the built program run a bundle:
 * npx esbuild test/bench/extract.bench.ts --bundle --platform=node --format=esm --packages=external --outfile=dist/bench/extract.js
 * && node dist/bench/extract.js .
 */
const RUNS = 15
const WARM_UP = 20
const TIMES = 10

const SEEDS = ['lang-son-2020', 'bac-kan-2020', 'tam-duong-2024', 'lien-minh-lang-son-2023', 'lam-dong-2018']

const root = process.argv[2] ?? fileURLToPath(new URL('../../', import.meta.url))
const rules = loadRules(`${root}/rules/`)

const documentOf = (text: string): SourceDocument => {
  const read = readText(Buffer.from(text))
  if (!read.ok) throw new Error(read.problem.code)
  return read.document
}

/** Milliseconds of processor time that a piece of work takes. */
const cost = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const documents = SEEDS.map(name => documentOf(readFileSync(`${root}/fixtures/gold/${name}.txt`, 'utf8')))
const megabytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6
const everything = () => {
  for (const document of documents) understand(document, rules)
}
const plainPass = () => {
  for (let i = 0; i < TIMES; i++) for (const { text } of documents) tokenise(text)
}

const cold = cost(everything)
for (let i = 0; i < WARM_UP; i++) everything()
plainPass()
const full: number[] = []
const plain: number[] = []
for (let i = 0; i < RUNS; i++) {
  full.push(cost(everything))
  plain.push(cost(plainPass) / TIMES)
}
console.log(`first pass: ${(megabytes / (cold / 1000)).toFixed(2)} MB/s`)
console.log(`warm: ${(megabytes / (median(full) / 1000)).toFixed(2)} MB/s`)
console.log(`tokens alone: ${(megabytes / (median(plain) / 1000)).toFixed(1)} MB/s`)
console.log(`ratio: ${(median(full) / median(plain)).toFixed(1)} times the tokens alone`)

/** One sentence of many clauses, as long as a careless scan makes them. */
const SENTENCE = 'Toàn huyện có 24 HTX (năm 2017: 22 HTX), trong đó 18 HTX nông nghiệp, tăng 3 HTX so với năm trước; '

const texts = [
  ...documents.map(({ text }, i) => ({ name: SEEDS[i], text, joint: '\n' })),
  { name: 'one sentence', text: SENTENCE.repeat(20), joint: '' },
]
for (const { name, text, joint } of texts) {
  const once = documentOf(text)
  const tenfold = documentOf(Array.from({ length: TIMES }, () => text).join(joint))
  const growth: number[] = []
  for (let run = 0; run < 5; run++) {
    const short = cost(() => {
      for (let k = 0; k < TIMES; k++) understand(once, rules)
    })
    growth.push((cost(() => understand(tenfold, rules)) / short) * TIMES)
  }
  console.log(`${name}, ${TIMES} times the text: ${median(growth).toFixed(1)} times as long`)
}
