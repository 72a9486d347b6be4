import { tryPhrase } from '../authoring/try-phrase.ts'
import { type Problem, problem } from '../problem.ts'
import { problemText } from '../problem-text.ts'
import { readText } from '../read/text.ts'
import { configuredLimits } from './configured-limits.ts'
import type { TextFormat } from './format/format.ts'
import { trialText } from './format/trial.ts'
import { openRules } from './open-rules.ts'
import { readInput } from './read-input.ts'
import { EXIT, type Streams } from './streams.ts'

type Sentence = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: Problem }

/**
 * Reads one sentence on its own and prints how.
 * @param given the sentence, or `-` for standard input
 * @param folder where the rules stand; the shipped ones where it is not given
 * @returns the exit code: 0, 1 when the sentence or the rules cannot be read, 2 when a limit in the environment is not valid
 */
export async function tryCommand(
  given: string,
  folder: string | undefined,
  format: TextFormat,
  streams: Streams,
): Promise<number> {
  const limits = configuredLimits(streams)
  if (limits === undefined) return EXIT.usage
  const fail = (cause: Problem): number => {
    streams.complain(problemText('trichluc', cause))
    return EXIT.failed
  }
  const sentence = await sentenceOf(given, streams, limits.maxBytes)
  if (!sentence.ok) return fail(sentence.problem)
  const opened = openRules(folder)
  if (!opened.ok) return fail(opened.problem)
  const trial = tryPhrase(sentence.text, opened.rules)
  if (trial.explanations.length === 0 && trial.text !== sentence.text)
    return fail(problem('no-numeral', { vi: 'chỗ đánh dấu [ ]', en: 'the place in brackets' }))
  streams.print(format === 'json' ? `${JSON.stringify(trial, null, 2)}\n` : trialText(trial))
  return EXIT.done
}

const sentenceOf = async (given: string, streams: Streams, maxBytes: number): Promise<Sentence> => {
  if (given !== '-') return { ok: true, text: given }
  const input = await readInput('-', streams.stdin, maxBytes)
  if (!input.ok) return input
  const read = readText(input.bytes)
  if (!read.ok) return read
  return { ok: true, text: read.document.text.replaceAll(/\s*[\r\n]+\s*/g, ' ').trim() }
}
