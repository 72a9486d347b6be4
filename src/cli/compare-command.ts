import { z } from 'zod'
import { compare } from '../compare/compare.ts'
import { Extraction } from '../contract/index.ts'
import { type Problem, problem } from '../problem.ts'
import { problemText } from '../problem-text.ts'
import { comparisonText } from './format/comparison-text.ts'
import type { TextFormat } from './format/format.ts'
import { readInput } from './read-input.ts'
import { EXIT, type Streams } from './streams.ts'

/** Bytes of a file of JSON that are read at most. */
const MOST_BYTES = 512 * 1024 * 1024

/**
 * Prints what two extractions of one original have and say otherwise.
 * @param before a file that `trichluc extract --format json` has printed for one document; `-` is standard input
 * @returns the exit code: 0, also where they differ; 1 when a file cannot be read, or both are not of one original
 */
export async function compareCommand(
  before: string,
  after: string,
  format: TextFormat,
  streams: Streams,
): Promise<number> {
  const [one, other] = [await readExtraction(before, streams), await readExtraction(after, streams)]
  for (const [path, read] of [[before, one] as const, [after, other] as const])
    if (!read.ok) streams.complain(problemText(path, read.problem))
  if (!one.ok || !other.ok) return EXIT.failed
  if (one.extraction.document.sha256 !== other.extraction.document.sha256) {
    streams.complain(problemText(after, problem('another-original', { before })))
    return EXIT.failed
  }
  const comparison = compare(one.extraction, other.extraction)
  streams.print(format === 'json' ? `${JSON.stringify(comparison)}\n` : comparisonText(after, comparison))
  return EXIT.done
}

type ReadExtraction =
  | { readonly ok: true; readonly extraction: Extraction }
  | { readonly ok: false; readonly problem: Problem }

const readExtraction = async (path: string, { stdin }: Streams): Promise<ReadExtraction> => {
  const input = await readInput(path, stdin, MOST_BYTES)
  if (!input.ok) return input
  try {
    return { ok: true, extraction: Extraction.parse(JSON.parse(Buffer.from(input.bytes).toString('utf8'))) }
  } catch (error) {
    const found = error instanceof z.ZodError ? z.prettifyError(error).split('\n')[0] : String(error)
    return { ok: false, problem: problem('not-an-extraction', { found: found ?? '' }) }
  }
}
