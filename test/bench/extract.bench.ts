import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { understand } from '../../src/extract.ts'
import { lexBlock, writingOf } from '../../src/lex/lex-block.ts'
import { accountFor, accountsOf } from '../../src/observe/numerals.ts'
import { observe } from '../../src/observe/observe.ts'
import { LexedCells } from '../../src/observe/table/lexed-cells.ts'
import { buildBlocks } from '../../src/outline/blocks.ts'
import { readHeader } from '../../src/outline/header.ts'
import type { SourceDocument } from '../../src/read/source-document.ts'
import { readText } from '../../src/read/text.ts'
import { loadRules } from '../../src/rules/rule-set.ts'
import { tablesOf } from '../../src/table/tables.ts'
import { SHAPES } from './shapes.ts'

/**
 * How fast the stages after reading are, on one core: megabytes of UTF-8 text a second of processor time over the texts of
 * fixtures/, as many times slower as one plain regular expression over the same texts in the same minute (the yardstick: on a
 * busy machine both are slow), the share of each stage, and how the time grows when a text grows tenfold, for ordinary texts and
 * for adversarial ones. Medians. Run: npx tsx test/bench/extract.bench.ts
 *
 * The loader's wrappers of inner functions cost about a quarter. For the figures of the built program run a bundle:
 * npx esbuild test/bench/extract.bench.ts --bundle --platform=node --format=esm --packages=external --outfile=dist/bench/extract.js
 * && node dist/bench/extract.js .
 */
const RUNS = 15
const WARM_UP = 20
const TIMES = 10

/** Ordinary prose; the other texts of fixtures/ hold four times as many numbers a page. */
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

/** The yardstick never changes, whatever becomes of the lexer: words, numbers and signs by one expression. */
const yardstick = (documents: readonly SourceDocument[]): number => {
  let tokens = 0
  for (const { text } of documents) for (const _ of text.matchAll(/\d+(?:[.,]\d+)*|[\p{L}\p{M}]+|\S/gu)) tokens++
  return tokens
}

const understandAll = (documents: readonly SourceDocument[]): void => {
  for (const document of documents) understand(document, rules)
}

const printSpeed = (name: string, documents: readonly SourceDocument[]): void => {
  const megabytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6
  const speed = (milliseconds: number) => (megabytes / (milliseconds / 1000)).toFixed(2)
  const cold = cost(() => understandAll(documents))
  for (let i = 0; i < WARM_UP; i++) understandAll(documents)
  yardstick(documents)
  const full: number[] = []
  const plain: number[] = []
  for (let i = 0; i < RUNS; i++) {
    full.push(cost(() => understandAll(documents)))
    plain.push(cost(() => yardstick(documents)))
  }
  console.log(`${name}: ${megabytes.toFixed(2)} MB; first pass ${speed(cold)} MB/s, warm ${speed(median(full))} MB/s,`)
  console.log(`  ${(median(full) / median(plain)).toFixed(1)} times the yardstick of ${speed(median(plain))} MB/s`)
}

/** Where the time goes; the lexer, which `observe` calls, is timed alone once more and taken off. */
const printShares = (documents: readonly SourceDocument[]): void => {
  const spent = { outline: 0, header: 0, lex: 0, observe: 0, numerals: 0 }
  const timed = <T>(stage: keyof typeof spent, work: () => T): T => {
    const from = performance.now()
    const made = work()
    spent[stage] += performance.now() - from
    return made
  }
  for (let run = 0; run < RUNS; run++) {
    for (const document of documents) {
      const blocks = timed('outline', () => buildBlocks(document))
      const header = timed('header', () => readHeader(blocks, document))
      const { accounted } = timed('observe', () => {
        const cells = new LexedCells(rules, writingOf(document.text, rules))
        const tables = tablesOf(document, blocks, rules.tableWords, text => cells.unit(text) !== null)
        return observe(document, blocks, header, tables, cells)
      })
      timed('numerals', () => accountFor(document, accountsOf(document, blocks, accounted)))
      const running = blocks.filter(b => b.zone === 'body' && b.kind !== 'row' && /\d/.test(b.content.text))
      timed('lex', () => {
        const writing = writingOf(document.text, rules)
        for (const block of running) lexBlock(block.content, [], rules, writing)
      })
    }
  }
  spent.observe -= spent.lex
  const all = Object.values(spent).reduce((sum, ms) => sum + ms, 0)
  console.log(
    Object.entries(spent)
      .map(([stage, ms]) => `${stage} ${((ms / all) * 100).toFixed(0)} %`)
      .join(', '),
  )
}

/** The time of the tenfold text beside that of ten times the text: 10 is linear. */
const printGrowth = (name: string, once: SourceDocument, tenfold: SourceDocument): void => {
  const growth: number[] = []
  const seconds: number[] = []
  for (let run = 0; run < 3; run++) {
    const short = cost(() => {
      for (let k = 0; k < TIMES; k++) understand(once, rules)
    })
    const long = cost(() => understand(tenfold, rules))
    growth.push((long / short) * TIMES)
    seconds.push(long / 1000)
  }
  const kilobytes = Buffer.byteLength(tenfold.text) / 1000
  const took = `${kilobytes.toFixed(0)} KB in ${median(seconds).toFixed(2)} s`
  console.log(`${name}: ${median(growth).toFixed(1)} times as long for ${TIMES} times the text (${took})`)
}

const read = (folder: string, name: string) => documentOf(readFileSync(`${root}/fixtures/${folder}/${name}`, 'utf8'))
const textsIn = (folder: string) =>
  readdirSync(`${root}/fixtures/${folder}`)
    .filter(name => name.endsWith('.txt'))
    .map(name => read(folder, name))

const seeds = SEEDS.map(name => read('gold', `${name}.txt`))
const fixtures = [...textsIn('gold'), ...textsIn('composed')]
printSpeed('seed texts', seeds)
printSpeed('all texts of fixtures/', fixtures)
printShares(fixtures)
for (const [i, seed] of seeds.entries())
  printGrowth(SEEDS[i] ?? '', seed, documentOf(Array.from({ length: TIMES }, () => seed.text).join('\n')))
for (const { name, make } of SHAPES) printGrowth(name, documentOf(make(1)), documentOf(make(10)))
