import type { Extraction, Numerals } from '../../../src/contract/index.ts'
import { type Counts, countPairs } from '../score/counts.ts'
import type { Pairs } from '../score/pairs.ts'
import type { Place } from '../score/place.ts'
import { type FoundObservation, score } from '../score/score.ts'
import { evaluateFlags, type FlagEvaluation } from './evaluate-flags.ts'
import { extractFile } from './extract-file.ts'
import {
  type GoldDocument,
  goldDocuments,
  otherFormats,
  type TextDocument,
  unlabelledDocuments,
} from './gold-documents.ts'

export interface Evaluated {
  readonly name: string
  readonly heldOut: boolean
  readonly counts: Counts
  readonly parts: readonly { readonly name: string; readonly counts: Counts }[]
  readonly pairs: Pairs<FoundObservation>
  readonly numerals: Numerals
  readonly flags: Extraction['flags']
  readonly seconds: number
}

/** A document in another format than the text that gold was labelled in; found by value and unit. */
export interface EvaluatedFormat {
  readonly name: string
  readonly counts: Counts
}

export interface Unlabelled {
  readonly name: string
  readonly observations: number
  readonly numerals: Numerals
  readonly seconds: number
}

export interface Evaluation {
  readonly documents: readonly Evaluated[]
  readonly formats: readonly EvaluatedFormat[]
  readonly unlabelled: readonly Unlabelled[]
  readonly sums: FlagEvaluation
  readonly engine: Extraction['engine']
}

const timed = async (path: string): Promise<{ extraction: Extraction; seconds: number }> => {
  const from = performance.now()
  const extraction = await extractFile(path)
  return { extraction, seconds: (performance.now() - from) / 1000 }
}

export const evaluateDocument = async (document: GoldDocument): Promise<Evaluated> => {
  const { extraction, seconds } = await timed(document.path)
  const scored = { ...document, observations: extraction.observations }
  const pairs = score(scored, 'place')
  return {
    name: document.name,
    heldOut: document.heldOut,
    counts: countPairs(pairs),
    parts: partsOf(pairs, extraction),
    pairs,
    numerals: extraction.numerals,
    flags: extraction.flags,
    seconds,
  }
}

/** Running text and tables each on its own, where a document has both. */
const partsOf = (pairs: Pairs<FoundObservation>, { tables }: Extraction): Evaluated['parts'] => {
  const spans = tables.map(({ header, rows }) => {
    const cells = [...header, ...rows].flat()
    return { start: Math.min(...cells.map(c => c.start)), end: Math.max(...cells.map(c => c.end)) }
  })
  const inTable = ({ start }: Place) => spans.some(span => start >= span.start && start <= span.end)
  const part = (name: string, holds: (place: Place) => boolean) => ({
    name,
    counts: countPairs({
      pairs: pairs.pairs.filter(({ gold }) => holds(gold)),
      spurious: pairs.spurious.filter(holds),
    }),
  })
  const parts = [part('prose', place => !inTable(place)), part('tables', inTable)]
  return parts.every(({ counts }) => counts.gold > 0) ? parts : []
}

const evaluateFormats = async (document: GoldDocument): Promise<EvaluatedFormat[]> => {
  const formats = []
  for (const { name, path } of otherFormats(document)) {
    const { observations } = await extractFile(path)
    formats.push({ name, counts: countPairs(score({ ...document, observations }, 'number')) })
  }
  return formats
}

const count = async ({ name, path }: TextDocument): Promise<Unlabelled> => {
  const { extraction, seconds } = await timed(path)
  return { name, observations: extraction.observations.length, numerals: extraction.numerals, seconds }
}

/** Extracts every text of the fixtures and scores those that have gold. */
export const evaluate = async (): Promise<Evaluation> => {
  const golds = goldDocuments()
  const first = golds[0]
  if (!first) throw new Error('fixtures/gold holds no .gold.jsonl')
  const { engine } = await extractFile(first.path)
  const documents = []
  const formats = []
  for (const document of golds) {
    documents.push(await evaluateDocument(document))
    formats.push(...(await evaluateFormats(document)))
  }
  const unlabelled = []
  for (const document of unlabelledDocuments()) unlabelled.push(await count(document))
  return { documents, formats, unlabelled, sums: await evaluateFlags(documents), engine }
}
