import { randomUUID } from 'node:crypto'
import { shippedRules } from '../extract.ts'
import { problem } from '../problem.ts'
import { problemText } from '../problem-text.ts'
import { readDocument } from '../read/read.ts'
import type { ReadResult } from '../read/source-document.ts'
import { repairDocument } from '../repair/repair-document.ts'
import { configuredLimits } from './configured-limits.ts'
import { asLaidOut } from './format/as-laid-out.ts'
import { readInput } from './read-input.ts'
import { EXIT, type Streams } from './streams.ts'

/**
 * Prints the text of a file in readable Unicode, letters of capital fonts as they were typed. What reading and repairing met
 * goes to standard error, a line each.
 * @returns the exit code: 0, 1 when the file cannot be read, 2 when a limit in the environment is not valid
 */
export async function textCommand(path: string, streams: Streams): Promise<number> {
  const limits = configuredLimits(streams)
  if (limits === undefined) return EXIT.usage
  const input = await readInput(path, streams.stdin, limits.maxBytes)
  const read: ReadResult = input.ok ? await readDocument(input.bytes, limits).catch(faultOf(streams)) : input
  if (!read.ok) {
    streams.complain(problemText(path, read.problem))
    return EXIT.failed
  }
  const { document } = repairDocument(read.document, {
    capitalFonts: false,
    terms: shippedRules().terms,
  })
  for (const { text: said } of document.messages) streams.complain(`${path}: ${said.vi}\n${path}: ${said.en}\n`)
  const text = asLaidOut(document)
  streams.print(text.endsWith('\n') ? text : `${text}\n`)
  return EXIT.done
}

const faultOf =
  (streams: Streams) =>
  (error: unknown): ReadResult => {
    const incident = randomUUID()
    streams.complain(`${incident}: ${error instanceof Error ? error.message : String(error)}\n`)
    return { ok: false, problem: problem('internal', { incident }) }
  }
