import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '../../../fixtures/gold')

/** The part of a gold label that the pages can show. */
export interface GoldLabel {
  readonly line: number
  readonly n: string
  readonly nth?: number
  readonly [attribute: string]: unknown
}

export const goldText = (name: string): string => readFileSync(join(FOLDER, `${name}.txt`), 'utf8')

export const goldLabels = (name: string): readonly GoldLabel[] => {
  const file = join(FOLDER, `${name}.gold.jsonl`)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as GoldLabel)
}
