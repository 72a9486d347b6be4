import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What careful manual arithmetic found in a document: one line of `NAME.flags.jsonl`. */
export interface GoldFlag {
  readonly id: string
  readonly severity: 'high' | 'medium' | 'low' | 'info'
  readonly check: string
  readonly lines: readonly number[]
  readonly a: string
  readonly b: string
  readonly calculation: string
}

/** A document whose sums were done by hand. */
export interface FlagDocument {
  readonly name: string
  readonly path: string
  readonly text: string
  /** Empty where all of them come out. */
  readonly gold: readonly GoldFlag[]
}

const FOLDERS = ['gold', 'flags']

/** All documents with a list of what does not come out, or of what does (`NAME.holds.md`). */
export const flagDocuments = (): FlagDocument[] =>
  FOLDERS.flatMap(folder => {
    const path = fileURLToPath(new URL(`../../../fixtures/${folder}/`, import.meta.url))
    if (!existsSync(path)) return []
    return readdirSync(path)
      .filter(file => file.endsWith('.holds.md'))
      .sort()
      .map(file => documentIn(path, file.replace('.holds.md', '')))
  })

const documentIn = (folder: string, name: string): FlagDocument => {
  const path = `${folder}${name}.txt`
  const flags = `${folder}${name}.flags.jsonl`
  const lines = existsSync(flags) ? readFileSync(flags, 'utf8').split('\n') : []
  const gold = lines.filter(line => line.trim() !== '').map(line => JSON.parse(line) as GoldFlag)
  return { name, path, text: readFileSync(path, 'utf8'), gold }
}
