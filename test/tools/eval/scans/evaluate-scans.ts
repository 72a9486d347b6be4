import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { DEFAULT_LIMITS, shippedRules, understand } from '../../../../src/extract.ts'
import { readDocument } from '../../../../src/read/read.ts'
import type { SourceDocument } from '../../../../src/read/source-document.ts'
import { repairDocument } from '../../../../src/repair/repair-document.ts'
import type { LegacyEncoding } from '../../scans/legacy/encode.ts'
import { type LegacyFormat, makeLegacy } from '../../scans/legacy/make-legacy.ts'
import { printedText, ScanTruth } from '../../scans/truth.ts'
import { VARIANTS } from '../../scans/variants.ts'
import { makeScan } from '../../scans/write-scan.ts'
import { type Counts, countPairs } from '../../score/counts.ts'
import { score } from '../../score/score.ts'
import { type GoldDocument, goldDocuments } from '../gold-documents.ts'
import type { PlannedScan } from './plan.ts'
import { addTexts, type TextCounts, textAccuracy } from './text-accuracy.ts'

/** One file measured; what could not be read at all has the code of its problem. */
export interface Measured {
  readonly document: string
  readonly variant: string
  readonly pages: number
  readonly seconds: number
  readonly text: TextCounts
  readonly counts: Counts
  readonly problem: string | null
}

/** Reads and scores one document after the other. Files that a folder has already are not made again. */
export class ScanEvaluation {
  readonly #golds = new Map(goldDocuments().map(document => [document.name, document]))
  readonly #folder: string

  /** @param folder where the files are made, and kept */
  constructor(folder: string) {
    this.#folder = folder
    mkdirSync(folder, { recursive: true })
  }

  /** The text itself, scored as the other files are. */
  async text(document: string): Promise<Measured> {
    const gold = this.#gold(document)
    return await measured(document, 'text', gold.path, gold, [gold.text.split('\n')])
  }

  async scan({ document, variant }: PlannedScan): Promise<Measured> {
    const gold = this.#gold(document)
    const base = join(this.#folder, `${document}.${variant}`)
    if (!existsSync(`${base}.pdf`))
      await this.#making(async work => {
        const making = { out: this.#folder, work, pages: Infinity, seed: '1', as: 'pdf' } as const
        await makeScan(gold, { name: variant, variant: VARIANTS[variant] }, making)
      })
    const truth = ScanTruth.parse(JSON.parse(await readFile(`${base}.json`, 'utf8')))
    const printed = truth.pages.map(page => printedText(page).split('\n'))
    return await measured(document, variant, `${base}.pdf`, gold, printed)
  }

  async legacy(document: string, encoding: LegacyEncoding, format: LegacyFormat): Promise<Measured> {
    const gold = this.#gold(document)
    const path = join(this.#folder, `${document}.${encoding}.${format}`)
    if (!existsSync(path))
      await this.#making(async work => void makeLegacy(gold, encoding, format, { out: this.#folder, work }))
    const printed = gold.text.replaceAll(/\*\*|<\/?i>/g, '').split(/[\n\t]/)
    return await measured(document, `${encoding} ${format}`, path, gold, [printed])
  }

  #gold(name: string): GoldDocument {
    const gold = this.#golds.get(name)
    if (!gold) throw new Error(`no gold for "${name}"`)
    return gold
  }

  async #making(make: (work: string) => Promise<void>): Promise<void> {
    const work = mkdtempSync(join(tmpdir(), 'eval-scans-'))
    try {
      await make(work)
    } finally {
      rmSync(work, { recursive: true })
    }
  }
}

const measured = async (
  name: string,
  variant: string,
  path: string,
  gold: GoldDocument,
  printed: readonly (readonly string[])[],
): Promise<Measured> => {
  const from = performance.now()
  const read = await readDocument(await readFile(path), DEFAULT_LIMITS)
  const seconds = (performance.now() - from) / 1000
  if (!read.ok && variant === 'text') throw new Error(`${basename(path)}: ${read.problem.code}`)
  const rules = shippedRules()
  const readable = read.ok ? repairDocument(read.document, { capitalFonts: true, terms: rules.terms }).document : null
  const observations = readable === null ? [] : understand(readable, rules).observations
  return {
    document: name,
    variant,
    pages: printed.length,
    seconds,
    text: textOf(readable, printed),
    counts: countPairs(score({ ...gold, observations: observations.map(o => ({ ...o, support: 0 })) }, 'number')),
    problem: read.ok ? null : read.problem.code,
  }
}

/** Page by page where the reader found as many pages as were printed. */
const textOf = (document: SourceDocument | null, printed: readonly (readonly string[])[]): TextCounts => {
  const linesOf = (page: number) =>
    document?.lines.filter(line => line.page === page).map(({ start, end }) => document.text.slice(start, end)) ?? []
  if (document?.pages?.length === printed.length)
    return addTexts(printed.map((lines, i) => textAccuracy(lines, linesOf(i + 1).join('\n'))))
  return textAccuracy(printed.flat(), document?.text ?? '')
}
