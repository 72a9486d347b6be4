import { buffer } from 'node:stream/consumers'
import type { Found } from '../../../src/backfill/sources/found.ts'
import { listSources } from '../../../src/backfill/sources/list-sources.ts'
import { type SourceLimits, sourceLimits } from '../../../src/backfill/sources/source-limits.ts'
import { ProblemError } from '../../../src/problem.ts'

const MIB = 1024 * 1024

/** Lists sources in a folder, and reads each item: `path: content`, or `path! problem`, `path- reason`, or `path? problem`. */
export async function told(
  folder: string,
  names: readonly string[],
  changed: Partial<SourceLimits> = {},
): Promise<string[]> {
  const lines: string[] = []
  for await (const found of listSources(names, { ...sourceLimits(MIB), ...changed }, folder))
    lines.push(await line(found))
  return lines
}

const line = async (found: Found): Promise<string> => {
  switch (found.kind) {
    case 'hindered':
      return `${found.path}? ${found.problem.code}`
    case 'refused':
      return `${found.path}! ${found.problem.code}`
    case 'skipped':
      return `${found.path}- ${found.reason}`
    case 'item':
      try {
        const content = await buffer(await found.open())
        if (content.length !== found.bytes) throw new Error(`${content.length} bytes, not ${found.bytes}`)
        return `${found.path}: ${content.toString('utf8').slice(0, 60)}`
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        return `${found.path}: ! ${error.problem.code}`
      }
  }
}
