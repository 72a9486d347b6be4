import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chooseRecogniser } from '../../src/read/ocr/choose-recogniser.ts'
import { type Measured, ScanEvaluation } from './eval/scans/evaluate-scans.ts'
import { DOCUMENTS, PLAN } from './eval/scans/plan.ts'
import { scansPage, scansTable } from './eval/scans/scans-page.ts'

/**
 * Measures accuracy on scans and legacy files, which are made on the way (see scans/make-scans.ts for what that needs) and kept
 * in a folder. Takes half an hour on two cores. Writes docs/accuracy-scans.md where no document and no variant is named, or where
 * that is asked.
 * Run: npm run eval:scans [-- --folder FOLDER --document NAME --variant NAME --write]
 */
const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: join(tmpdir(), 'trichluc-eval-scans') },
    document: { type: 'string', multiple: true },
    variant: { type: 'string', multiple: true },
    write: { type: 'boolean', default: false },
  },
})

const wanted = (document: string, variant: string): boolean =>
  (values.document?.includes(document) ?? true) && (values.variant?.includes(variant) ?? true)

const evaluation = new ScanEvaluation(values.folder)
const all: Measured[] = []
const add = (measured: Measured) => {
  all.push(measured)
  console.error(`${scansTable(all).split('\n').at(-1)} ${measured.seconds.toFixed(1)} s`)
}

for (const document of DOCUMENTS.filter(name => values.document?.includes(name) ?? true)) {
  add(await evaluation.text(document))
  for (const scan of PLAN.filter(scan => scan.document === document))
    if (wanted(document, scan.variant)) add(await evaluation.scan(scan))
  for (const encoding of ['tcvn3', 'vni'] as const)
    for (const format of ['docx', 'doc', 'pdf'] as const)
      if (wanted(document, encoding)) add(await evaluation.legacy(document, encoding, format))
}

console.log(scansTable(all))
if (values.write || (!values.document && !values.variant)) {
  const engine = await chooseRecogniser('auto')
  const name =
    'problem' in engine ? engine.problem.code : { native: 'tesseract', embedded: 'tesseract.js' }[engine.engine]
  await writeFile(fileURLToPath(new URL('../../docs/accuracy-scans.md', import.meta.url)), scansPage(all, name))
  console.log('\nwritten: docs/accuracy-scans.md')
}
