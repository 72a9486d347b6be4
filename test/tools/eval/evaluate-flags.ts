import type { Flag } from '../../../src/contract/index.ts'
import { type FlagDocument, flagDocuments } from '../flags/flag-documents.ts'
import { type Injected, injectErrors } from '../flags/inject.ts'
import { type FlagScore, scoreFlags } from '../flags/score-flags.ts'
import type { Evaluated } from './evaluate.ts'
import { extractFile } from './extract-file.ts'

export interface EvaluatedFlags {
  readonly name: string
  readonly score: FlagScore
  readonly injected: Injected
}

/** Errors and warnings on a document whose sums nobody did by hand. */
export interface FalseAlarms {
  readonly documents: number
  readonly without: number
  readonly flags: number
}

export interface FlagEvaluation {
  readonly documents: readonly EvaluatedFlags[]
  readonly others: FalseAlarms
}

const TRIALS = 60
const SEED = 1

const evaluateOne = async (document: FlagDocument): Promise<EvaluatedFlags> => ({
  name: document.name,
  score: scoreFlags(document, await extractFile(document.path)),
  injected: await injectErrors(document.text, TRIALS, SEED),
})

/** Scores the flags of all documents whose sums were done by hand, and counts those of all others. */
export const evaluateFlags = async (
  documents: readonly Pick<Evaluated, 'name' | 'flags'>[],
): Promise<FlagEvaluation> => {
  const done = flagDocuments()
  const scored = []
  for (const document of done) scored.push(await evaluateOne(document))
  const names = new Set(done.map(d => d.name))
  const others = documents.filter(d => !names.has(d.name)).map(d => d.flags.filter(isGrave).length)
  return {
    documents: scored,
    others: {
      documents: others.length,
      without: others.filter(n => n === 0).length,
      flags: others.reduce((sum, n) => sum + n, 0),
    },
  }
}

const isGrave = ({ severity }: Flag): boolean => severity !== 'note'
