import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Precision, Tally } from '../../src/rules/precision.ts'
import { RULES_FOLDER } from '../../src/rules/rule-set.ts'
import { calibrate } from './eval/calibrate.ts'
import { evaluateDocument } from './eval/evaluate.ts'
import { goldDocuments } from './eval/gold-documents.ts'

const HEAD = `# How often the readings were right on the labelled documents: [right, of]. Written by \`npm run calibrate\`; do not edit.
`

const tallies = (of: Readonly<Record<string, Tally>>, indent: string): string =>
  Object.entries(of)
    .map(([key, [right, all]]) => `${indent}${key}: [${right}, ${all}]\n`)
    .join('')

const pageOf = ({ rules, origins, curve }: Precision): string =>
  `${HEAD}rules:\n${tallies(rules, '  ')}origins:\n${Object.entries(origins)
    .map(([attribute, of]) => `  ${attribute}:\n${tallies(of, '    ')}`)
    .join('')}curve:\n${curve.map(([product, right]) => `  - [${product}, ${right}]\n`).join('')}`

/** Measures on the labelled documents how often each reading is right, and writes rules/precision.yaml. */
const main = async (): Promise<void> => {
  const labelled = []
  for (const document of goldDocuments()) {
    const { pairs } = await evaluateDocument(document)
    labelled.push({ pairs, heldOut: document.heldOut })
  }
  const precision = calibrate(labelled)
  await writeFile(join(RULES_FOLDER, 'precision.yaml'), pageOf(precision))
  console.log(`${Object.keys(precision.rules).length} rules, curve ${JSON.stringify(precision.curve)}`)
}

await main()
