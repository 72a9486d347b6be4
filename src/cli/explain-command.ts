import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { Asked, Explain, ExplainResult } from '../explain/explain.ts'
import type { Limits } from '../extract.ts'
import { problem } from '../problem.ts'
import { problemText } from '../problem-text.ts'
import { configuredLimits } from './configured-limits.ts'
import { explanationText } from './format/explanation.ts'
import type { TextFormat } from './format/format.ts'
import { readInput } from './read-input.ts'
import { EXIT, type Streams } from './streams.ts'

/** A place in a file, `FILE:LINE` or `FILE:LINE:COLUMN`, both from 1. */
export interface FilePlace {
  readonly path: string
  readonly asked: Asked
}

/** @returns null for a text of another form */
export const parsePlace = (text: string): FilePlace | null => {
  const m = /^(.+?):([1-9]\d{0,8})(?::([1-9]\d{0,8}))?$/s.exec(text)
  const [, path, line, column] = m ?? []
  if (path === undefined || line === undefined) return null
  return { path, asked: { line: Number(line), column: column === undefined ? null : Number(column) } }
}

/**
 * Tells why the numbers at a place of a file are what they are.
 * @returns the exit code: 0, 1 when the file or the place fails, 2 when a limit in the environment is not valid
 */
export async function explainCommand(
  { path, asked }: FilePlace,
  format: TextFormat,
  streams: Streams,
): Promise<number> {
  const limits = configuredLimits(streams)
  if (limits === undefined) return EXIT.usage
  const { explain } = await import('../explain/explain.ts')
  const result = await explainFile(path, asked, streams, explain, limits)
  if (!result.ok) {
    streams.complain(problemText(path, result.problem))
    return EXIT.failed
  }
  const { explanations } = result
  if (format === 'json') streams.print(`${JSON.stringify(explanations, null, 2)}\n`)
  else
    for (const [i, each] of explanations.entries())
      streams.print(explanationText(basename(path), each, explanations[i - 1]))
  return EXIT.done
}

const explainFile = async (
  path: string,
  asked: Asked,
  streams: Streams,
  explain: Explain,
  limits: Limits,
): Promise<ExplainResult> => {
  const input = await readInput(path, streams.stdin, limits.maxBytes)
  if (!input.ok) return input
  try {
    return await explain(input.bytes, asked, limits)
  } catch (error) {
    const incident = randomUUID()
    streams.complain(`${incident}: ${error instanceof Error ? error.message : String(error)}\n`)
    return { ok: false, problem: problem('internal', { incident }) }
  }
}
