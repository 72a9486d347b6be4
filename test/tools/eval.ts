import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { accuracyPage, scoreTable } from './eval/accuracy-page.ts'
import { evaluate, evaluateDocument } from './eval/evaluate.ts'
import { goldDocuments } from './eval/gold-documents.ts'
import { describeDifferences } from './score/describe.ts'

/**
 * Measures accuracy on the labelled documents. Without arguments: prints the scores and writes docs/accuracy.md. With
 * `--errors NAME [N]`: prints the first N (else all) differences between gold and extraction of one document.
 */
const main = async (args: readonly string[]): Promise<void> => {
  if (args[0] === '--errors') return await printDifferences(args[1] ?? '', Number(args[2] ?? Infinity))
  if (args.length > 0) throw new Error('usage: npm run eval [-- --errors NAME [N]]')
  const evaluation = await evaluate()
  const scans = await readFile(fileURLToPath(new URL('../../docs/accuracy-scans.md', import.meta.url)), 'utf8')
  await writeFile(fileURLToPath(new URL('../../docs/accuracy.md', import.meta.url)), accuracyPage(evaluation, scans))
  console.log(scoreTable(evaluation))
  const seconds = [...evaluation.documents, ...evaluation.unlabelled].map(d => `${d.name} ${d.seconds.toFixed(2)}`)
  console.log(`\nseconds: ${seconds.join(', ')}\nwritten: docs/accuracy.md`)
}

const printDifferences = async (name: string, limit: number): Promise<void> => {
  const documents = goldDocuments()
  const document = documents.find(d => d.name === name)
  if (!document) throw new Error(`no gold for "${name}"; there is: ${documents.map(d => d.name).join(', ')}`)
  const { pairs } = await evaluateDocument(document)
  const found = describeDifferences(document.text, pairs)
  for (const line of found.slice(0, limit)) console.log(line)
  console.log(`${found.length} differences`)
}

await main(process.argv.slice(2))
