import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fixtureText } from '../tools/scans/fixture-text.ts'
import { VARIANTS, type VariantName } from '../tools/scans/variants.ts'
import { makeScan } from '../tools/scans/write-scan.ts'

/**
 * How fast scans are read: pages a minute through the whole journey on all cores, beside the plain engine over the same page
 * images with as many processes, in turns in one run so that both meet the same machine. Both by the clock and by the seconds of
 * processor that each takes, which tell more on a machine that others use (Linux). Then the peak of memory: of the process with
 * all its threads, divided by the threads, and of one tesseract process.
 * The built program is measured (see `ocr-costs.ts`): run from its sources, each thread keeps a hundred megabytes of what it was
 * translated from, and its collector goes through them again and again.
 * Needs what test/tools/scans/make-scans.ts needs. Run: npm run bench:ocr [-- VARIANT PAGES ROUNDS]
 */
const DOCUMENT = 'bac-kan-2020'
const PAGES = 10
const ROUNDS = 3

const [name, pages = PAGES, rounds = ROUNDS] = process.argv.slice(2)
const variant = name !== undefined && Object.hasOwn(VARIANTS, name) ? (name as VariantName) : 'clean'
const folder = mkdtempSync(join(tmpdir(), 'ocr-bench-'))
try {
  const work = mkdtempSync(join(folder, 'work-'))
  const source = { name: DOCUMENT, text: fixtureText(DOCUMENT) }
  for (const as of ['pdf', 'pages'] as const) {
    const options = { out: folder, work, pages: Number(pages), seed: '1', as }
    await makeScan(source, { name: variant, variant: VARIANTS[variant] }, options)
  }
  console.log(`${DOCUMENT}, ${variant}`)
  const measure = fileURLToPath(new URL('../../dist/bench/ocr-costs.js', import.meta.url))
  const measured = spawnSync(
    process.execPath,
    [measure, join(folder, `${DOCUMENT}.${variant}.pdf`), folder, String(rounds)],
    { stdio: 'inherit', env: { ...process.env, NODE_OPTIONS: '' } },
  )
  process.exitCode = measured.status ?? 1
} finally {
  rmSync(folder, { recursive: true })
}
