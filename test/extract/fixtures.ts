import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Extraction, Observation } from '../../src/contract/index.ts'
import { extract } from '../../src/extract.ts'

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url))

/** The bytes of a file below fixtures/. */
export const fixture = (path: string): Uint8Array => readFileSync(`${FIXTURES}${path}`)

/** Every readable document below fixtures/, as a path. */
export const DOCUMENTS: readonly string[] = ['gold', 'composed', 'documents'].flatMap(folder =>
  readdirSync(`${FIXTURES}${folder}`)
    .filter(file => /\.(txt|docx|pdf)$/.test(file) && file !== 'password.pdf')
    .sort()
    .map(file => `${folder}/${file}`),
)

/** The documents that are there as text, as Word file and as PDF. */
export const IN_EVERY_FORMAT = [
  'lang-son-2020',
  'bac-kan-2020',
  'huyen-bao-cao-2017',
  'lien-minh-bao-cao-2021',
  'tinh-ke-hoach-2022-bang',
  'tp-2009',
] as const

/** @throws where the document cannot be read */
export const extractionOf = async (content: Uint8Array | string, name = 'ke-hoach.txt'): Promise<Extraction> => {
  const result = await extract(typeof content === 'string' ? Buffer.from(content) : content, name)
  if (!result.ok) throw new Error(`${name}: ${result.problem.code}`)
  return result.extraction
}

/** Everything that an observation says, without where in the file it stands and how that was found out. */
export const statementOf = (
  { id: _, evidence, because: __, support: ___, ...statement }: Observation,
  text: string,
) => ({
  n: text.slice(evidence.start, evidence.end),
  ...statement,
})
