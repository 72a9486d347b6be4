import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const FIXTURES = fileURLToPath(new URL('../../../fixtures/', import.meta.url))

/** The text of a document of the fixtures by its name. @throws when there is none */
export const fixtureText = (name: string): string => {
  const path = ['gold', 'composed', 'held-out'].map(folder => join(FIXTURES, folder, `${name}.txt`)).find(existsSync)
  if (path === undefined) throw new Error(`no document "${name}" in fixtures/gold, composed or held-out`)
  return readFileSync(path, 'utf8')
}
