import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DEFAULT_LIMITS, understand } from '../../src/extract.ts'
import type { Judge } from '../../src/learned/model.ts'
import { readDocument } from '../../src/read/read.ts'
import { loadRules, RULES_FOLDER, type RuleSet } from '../../src/rules/rule-set.ts'
import { type GoldDocument, goldDocuments } from './eval/gold-documents.ts'
import { type Example, learn } from './eval/perceptron.ts'

/** What the engine asks of its model while it reads a document. */
class Recorder implements Judge {
  readonly asked = new Map<number, readonly string[]>()
  judge(features: readonly string[], place: { readonly start: number }): null {
    this.asked.set(place.start, features)
    return null
  }
}

const examplesOf = async (document: GoldDocument, rules: RuleSet): Promise<Example[]> => {
  const read = await readDocument(await readFile(document.path), DEFAULT_LIMITS)
  if (!read.ok) throw new Error(`${document.name}: ${read.problem.code}`)
  const learned = new Recorder()
  understand(read.document, { ...rules, learned })
  return document.gold.flatMap(gold => {
    const features = learned.asked.get(gold.start)
    const accepted = (gold.accept?.indicator ?? []).filter(code => typeof code === 'string')
    return features === undefined ? [] : [{ features, labels: [gold.indicator, ...accepted] as const }]
  })
}

/** Learns from the labelled documents in view what a number measures, and writes rules/learned/indicators.json. */
const main = async (): Promise<void> => {
  const rules = loadRules()
  const examples = []
  for (const document of goldDocuments().filter(d => !d.heldOut)) examples.push(...(await examplesOf(document, rules)))
  const { labels, weights } = learn(examples)
  const lines = Object.entries(weights).map(([feature, row]) => `${JSON.stringify(feature)}:${JSON.stringify(row)}`)
  const path = join(RULES_FOLDER, 'learned', 'indicators.json')
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `{"labels":${JSON.stringify(labels)},\n"weights":{\n${lines.join(',\n')}\n}}\n`)
  console.log(`${examples.length} numbers, ${labels.length} indicators, ${lines.length} features`)
}

await main()
