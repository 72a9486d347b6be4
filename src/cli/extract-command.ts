import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { ExtractResult, Limits } from '../extract.ts'
import { problem } from '../problem.ts'
import { problemText } from '../problem-text.ts'
import type { Extract } from '../work/reading.ts'
import { configuredLimits } from './configured-limits.ts'
import { csvHeader, csvRows } from './format/csv.ts'
import type { Format, Formatter } from './format/format.ts'
import { table } from './format/table.ts'
import { readInput } from './read-input.ts'
import { EXIT, type Streams } from './streams.ts'

const formatter = (format: Format, files: number): Formatter => {
  switch (format) {
    case 'json':
      return { head: '', each: (_file, result) => `${JSON.stringify(result, null, files === 1 ? 2 : 0)}\n` }
    case 'csv':
      return { head: csvHeader, each: csvRows }
    case 'table':
      return { head: '', each: table }
  }
}

/**
 * Reads files one after the other and prints what they hold; a file that fails is named on standard error, and the others
 * are read all the same.
 * @param reader reads one document; the pipeline where it is not given
 * @returns the exit code: 0, 1 when a file failed, 2 when a limit in the environment is not valid
 */
export async function extractCommand(
  paths: readonly string[],
  format: Format,
  streams: Streams,
  reader?: Extract,
): Promise<number> {
  const limits = configuredLimits(streams)
  if (limits === undefined) return EXIT.usage
  const extract = reader ?? (await import('../extract.ts')).extract
  const { head, each } = formatter(format, paths.length)
  streams.print(head)
  let failed = false
  for (const path of paths) {
    const result = await readOne(path, streams, extract, limits)
    if (result.ok) {
      streams.print(each(path, result.extraction))
    } else {
      failed = true
      streams.complain(problemText(path, result.problem))
    }
  }
  return failed ? EXIT.failed : EXIT.done
}

const readOne = async (path: string, streams: Streams, extract: Extract, limits: Limits): Promise<ExtractResult> => {
  const input = await readInput(path, streams.stdin, limits.maxBytes)
  if (!input.ok) return input
  try {
    return await extract(input.bytes, path === '-' ? 'stdin' : basename(path), limits)
  } catch (error) {
    const incident = randomUUID()
    streams.complain(`${incident}: ${error instanceof Error ? error.message : String(error)}\n`)
    return { ok: false, problem: problem('internal', { incident }) }
  }
}
