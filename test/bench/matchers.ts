import { readFile } from 'node:fs/promises'
import nlp from 'compromise/one'
import { DEFAULT_LIMITS } from '../../src/extract.ts'
import { lexBlock, writingOf } from '../../src/lex/lex-block.ts'
import type { Term } from '../../src/lex/term.ts'
import { buildBlocks } from '../../src/outline/blocks.ts'
import { readDocument } from '../../src/read/read.ts'
import { find, matchAt } from '../../src/rules/match.ts'
import { loadRules } from '../../src/rules/rule-set.ts'
import { absorb, includes } from '../../src/rules/tags.ts'
import { goldDocuments } from '../tools/eval/gold-documents.ts'

/**
 * Times the patterns of all indicator rules over all clauses with numbers of the gold documents: compromise's `match` and
 * `sweep` over our terms against src/rules/match.ts (docs/decisions/001). Run: npx tsx test/bench/matchers.ts
 */
const RUNS = 5

interface CompromiseTerm {
  readonly text: string
  readonly normal: string
  readonly pre: string
  readonly post: string
  readonly tags: Set<string>
}
interface CompromiseView {
  readonly docs: readonly (readonly CompromiseTerm[])[]
  match(pattern: string | object[]): CompromiseView
  sweep(net: object): { readonly view: CompromiseView }
}
interface Compromise {
  parseMatch(pattern: string): object[]
  buildNet(matches: readonly { readonly match: string }[]): object
}
const compromise = nlp as unknown as Compromise
const View = nlp('').constructor as unknown as new (docs: readonly CompromiseTerm[][]) => CompromiseView

const rules = loadRules()
const patterns = rules.indicatorRules.flatMap(r => r.patterns)

const clauses: (readonly Term[])[] = []
for (const { path } of goldDocuments()) {
  const read = await readDocument(await readFile(path), DEFAULT_LIMITS)
  if (!read.ok) throw new Error(`${path}: ${read.problem.code}`)
  for (const block of buildBlocks(read.document)) {
    if (block.zone !== 'body' || block.kind === 'row') continue
    const { terms } = lexBlock(block.content, [], rules, writingOf('', rules))
    if (terms.some(t => t.quantity)) clauses.push(terms)
  }
}

const view = new View(
  clauses.map(terms =>
    terms.map(t => ({ text: t.key, normal: t.key, pre: '', post: ' ', tags: new Set(rules.tags.names(t.tags)) })),
  ),
)
const parsed = patterns.map(p => compromise.parseMatch(p.source))
const net = compromise.buildNet(patterns.map(p => ({ match: p.source })))

const METHODS: Readonly<Record<string, () => number>> = {
  'compromise match, pattern by pattern': () => parsed.reduce((sum, regs) => sum + view.match(regs).docs.length, 0),
  'compromise sweep, all patterns at once': () => view.sweep(net).view.docs.length,
  'match.ts find, first match in each clause': () => {
    let hits = 0
    for (const p of patterns) for (const terms of clauses) if (find(p, terms, 0, terms.length)) hits++
    return hits
  },
  'match.ts matchAt, at every number, as the pipeline does': () => {
    let hits = 0
    for (const terms of clauses) {
      const present = new Int32Array(rules.tags.none.length)
      for (const t of terms) absorb(present, t.tags)
      const live = patterns.filter(p => includes(present, p.required))
      for (const [at, term] of terms.entries())
        if (term.quantity) for (const p of live) if (matchAt(p, terms, at, 0, terms.length)) hits++
    }
    return hits
  },
}

const terms = clauses.reduce((sum, c) => sum + c.length, 0)
console.log(`${patterns.length} patterns, ${clauses.length} clauses, ${terms} terms; median of ${RUNS} runs`)
for (const [name, run] of Object.entries(METHODS)) {
  const times: number[] = []
  let hits = 0
  for (let i = 0; i < RUNS; i++) {
    const from = performance.now()
    hits = run()
    times.push(performance.now() - from)
  }
  times.sort((a, b) => a - b)
  console.log(`${name}: ${(times[RUNS >> 1] ?? 0).toFixed(0)} ms, ${hits} hits`)
}
