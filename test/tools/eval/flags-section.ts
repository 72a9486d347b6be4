import type { Injected } from '../flags/inject.ts'
import type { FlagEvaluation } from './evaluate-flags.ts'
import { percent, table } from './table.ts'

const sumOf = (all: readonly Injected[]): Injected => ({
  pool: all.reduce((s, i) => s + i.pool, 0),
  trials: all.reduce((s, i) => s + i.trials, 0),
  flagged: all.reduce((s, i) => s + i.flagged, 0),
  involved: all.reduce((s, i) => s + i.involved, 0),
  first: all.reduce((s, i) => s + i.first, 0),
  exact: all.reduce((s, i) => s + i.exact, 0),
})

const injectedCells = ({ pool, trials, flagged, involved, first, exact }: Injected): string[] => [
  String(pool),
  String(trials),
  ...[flagged, involved, first, exact].map(n => (trials === 0 ? '–' : percent(n / trials))),
]

/** The part of docs/accuracy.md about sums. */
export const flagsSection = ({ documents, others }: FlagEvaluation): string => {
  const wanted = documents.reduce((s, d) => s + d.score.wanted, 0)
  const found = documents.reduce((s, d) => s + d.score.found, 0)
  return `## Sums that do not come out

What careful arithmetic by hand found (\`NAME.flags.jsonl\`) and what the checks say of it: contradictions of high and medium
severity that are flagged as errors or warnings, those of low severity that are flagged at all, and errors and warnings that nobody
found by hand. The documents of \`fixtures/flags\` were composed and worked out without knowledge of the checks.

${table(
  ['document', 'high, medium', 'found', 'low', 'found', 'others'],
  [
    ...documents.map(({ name, score: s }) => [
      name,
      ...[s.wanted, s.found, s.low, s.lowFound, s.others.length].map(String),
    ]),
    [
      '**total**',
      String(wanted),
      String(found),
      ...[
        documents.reduce((s, d) => s + d.score.low, 0),
        documents.reduce((s, d) => s + d.score.lowFound, 0),
        documents.reduce((s, d) => s + d.score.others.length, 0),
      ].map(String),
    ],
  ],
)}

Of ${others.documents} further documents ${others.without} have neither an error nor a warning; the rest have ${others.flags} in all.

### Errors injected

One digit of one number that stands in a sum which comes out is replaced by another, and the document is read anew: how often a flag
that was not there before involves that number (_flagged_), how often an error or a warning does (_involved_), names it first, and suggests exactly the number that was there. In percent; \`numbers\` is how
many stand in such a sum.

${table(
  ['document', 'numbers', 'trials', 'flagged', 'involved', 'named first', 'suggested'],
  [
    ...documents.map(({ name, injected }) => [name, ...injectedCells(injected)]),
    ['**total**', ...injectedCells(sumOf(documents.map(d => d.injected)))],
  ],
)}
`
}
