import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { RULES_FOLDER } from '../../src/rules/rule-set.ts'
import { temporaryFolder } from './folder.ts'

/** A copy of the shipped rules with one file changed; it goes with the test. */
export const changedRules = async (file: string, change: (source: string) => string): Promise<string> => {
  const folder = await temporaryFolder()
  await cp(RULES_FOLDER, folder, { recursive: true })
  const path = join(folder, file)
  const source = await readFile(path, 'utf8')
  const changed = change(source)
  await writeFile(path, changed)
  return folder
}
