import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Extraction } from '../../../src/contract/index.ts'
import { extract } from '../../../src/extract.ts'

/** @throws when the file cannot be read as a document */
export const extractFile = async (path: string): Promise<Extraction> => {
  const result = await extract(await readFile(path), basename(path))
  if (!result.ok) throw new Error(`${path}: ${result.problem.code}`)
  return result.extraction
}
