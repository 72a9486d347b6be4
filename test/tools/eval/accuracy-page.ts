import type { Numerals } from '../../../src/contract/index.ts'
import { ATTRIBUTES } from '../score/attributes.ts'
import { addUp, type Counts, scoresOf } from '../score/counts.ts'
import type { Evaluation } from './evaluate.ts'
import { flagsSection } from './flags-section.ts'
import { reliability } from './reliability.ts'
import { percent, table } from './table.ts'

const SCORE_HEAD = ['gold', 'extracted', 'located R', 'P', 'F1', 'core F1', 'strict F1']

const scoreCells = (c: Counts): string[] => {
  const s = scoresOf(c)
  return [String(c.gold), String(c.extracted), ...[s.recall, s.precision, s.f1, s.coreF1, s.strictF1].map(percent)]
}

const attributeCells = (c: Counts): string[] => {
  const { attributes } = scoresOf(c)
  return ATTRIBUTES.map(a => percent(attributes[a] ?? 0))
}

/** Scores by document, with parts beneath and the total last. */
export const scoreTable = ({ documents }: Pick<Evaluation, 'documents'>): string =>
  table(
    ['document', ...SCORE_HEAD],
    [
      ...documents.flatMap(d => [
        [d.name, ...scoreCells(d.counts)],
        ...d.parts.map(p => [`– ${p.name}`, ...scoreCells(p.counts)]),
      ]),
      ['**total**', ...scoreCells(addUp(documents.map(d => d.counts)))],
      ...['prose', 'tables'].map(name => [
        `**– ${name} of documents with both**`,
        ...scoreCells(addUp(documents.flatMap(d => d.parts.filter(p => p.name === name).map(p => p.counts)))),
      ]),
    ],
  )

const numeralCells = (n: Numerals): string[] => [
  String(n.total),
  String(n.observation),
  String(n.total - n.observation - n.unexplained.length),
  String(n.unexplained.length),
]

const reliabilityTable = (documents: Evaluation['documents']): string =>
  table(
    ['confidence', 'observations', 'strictly right', 'percent'],
    reliability(documents.map(d => d.pairs)).map(b => [
      `${b.from.toFixed(1)}–${b.to.toFixed(1)}`,
      String(b.observations),
      String(b.right),
      percent(b.right / b.observations),
    ]),
  )

/** docs/accuracy.md: nothing in it depends on the day or the machine. */
/** @param scans docs/accuracy-scans.md, whose measuring takes longer than that of texts; it is taken in as it was written last */
export const accuracyPage = (evaluation: Evaluation, scans: string): string => {
  const { documents, formats, unlabelled, sums, engine } = evaluation
  const total = addUp(documents.map(d => d.counts))
  const heldOut = documents.filter(d => d.heldOut)
  return `# Accuracy

Written by \`npm run eval\`; do not edit. Engine ${engine.version}, rules \`${engine.rules}\`.

Every document of \`fixtures/gold\`, \`fixtures/composed\` and \`fixtures/held-out\` is extracted from its text and compared with what careful
readers wrote down (\`fixtures/gold/LABELLING.md\`). An observation is _located_ where its number overlaps the gold's number;
_core_ asks for value, unit, measure, subject, indicator, period and status as well; _strict_ for every attribute. R is recall,
P precision. All figures but counts are percentages.

${scoreTable({ documents: documents.filter(d => !d.heldOut) })}
${heldOut.length > 0 ? `\nNo rule was written with these in view:\n\n${scoreTable({ documents: heldOut })}\n` : ''}
## Agreement by attribute

Of the located observations, how many have each attribute right.

${table(
  ['document', ...ATTRIBUTES],
  [...documents.map(d => [d.name, ...attributeCells(d.counts)]), ['**total**', ...attributeCells(total)]],
)}

## Confidence

Whether the confidence that observations carry is earned: of those in each band, how many are right in every attribute. It
is the product of how often each attribute's reading was right (\`rules/precision.yaml\`, written by \`npm run calibrate\`).

${reliabilityTable(documents.filter(d => !d.heldOut))}
${heldOut.length > 0 ? `\nHeld-out documents:\n\n${reliabilityTable(heldOut)}\n` : ''}
${flagsSection(sums)}
${scans.replace(/^# /, '## ')}
## Numerals

What became of every numeral of the text: an observation, something else that was recognised (a date, a reference, an outline
number, …), or unexplained.

${table(
  ['document', 'numerals', 'observation', 'other', 'unexplained'],
  documents.map(d => [d.name, ...numeralCells(d.numerals)]),
)}

## Documents without gold

${table(
  ['document', 'observations', 'numerals', 'observation', 'other', 'unexplained'],
  unlabelled.map(u => [u.name, String(u.observations), ...numeralCells(u.numerals)]),
)}
${
  formats.length === 0
    ? ''
    : `
## The same documents as Word file and PDF

Found by value and unit in reading order, since offsets differ from the text that gold was labelled in.

${table(
  ['file', ...SCORE_HEAD],
  formats.map(f => [f.name, ...scoreCells(f.counts)]),
)}
`
}`
}
