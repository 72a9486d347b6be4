import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Gold, parseGold, parseNeutral } from '../score/gold.ts'
import type { Place } from '../score/place.ts'
import type { Lines } from '../score/score.ts'

const FIXTURES = fileURLToPath(new URL('../../../fixtures/', import.meta.url))

/** Folders with texts and their gold, in the order in which they are reported. */
const FOLDERS = ['gold', 'composed', 'held-out']

const HELD_OUT = 'held-out'

export interface TextDocument {
  readonly name: string
  readonly path: string
  /** No rule was written with this text in view. */
  readonly heldOut: boolean
}

export interface GoldDocument extends TextDocument {
  readonly text: string
  readonly gold: readonly Gold[]
  readonly neutral: readonly Place[]
}

/** Stretches of a document that are scored on their own as well, by lines of its text. */
export const PARTS: Readonly<Record<string, Readonly<Record<string, Lines>>>> = {
  'bac-kan-2020': { prose: [1, 262], tables: [263, 368] },
  'tinh-ke-hoach-2022-bang': { prose: [1, 45], table: [46, 92] },
}

const textFiles = (): TextDocument[] =>
  FOLDERS.map(folder => join(FIXTURES, folder))
    .filter(existsSync)
    .flatMap(folder =>
      readdirSync(folder)
        .filter(file => file.endsWith('.txt'))
        .sort()
        .map(file => ({
          name: basename(file, '.txt'),
          path: join(folder, file),
          heldOut: basename(folder) === HELD_OUT,
        })),
    )

const beside = (document: TextDocument, ending: string): string => document.path.replace(/\.txt$/, ending)

const hasGold = (document: TextDocument): boolean => existsSync(beside(document, '.gold.jsonl'))

/** Every text that was labelled, with its gold. */
export const goldDocuments = (): GoldDocument[] => textFiles().filter(hasGold).map(readGold)

/** Texts without gold: their numerals can be counted, but nothing says what is right. */
export const unlabelledDocuments = (): TextDocument[] => textFiles().filter(d => !hasGold(d))

/** The same document in other formats, where fixtures/documents has it. */
export const otherFormats = (document: TextDocument): TextDocument[] =>
  ['docx', 'pdf']
    .map(ending => `${document.name}.${ending}`)
    .map(name => ({ ...document, name, path: join(FIXTURES, 'documents', name) }))
    .filter(d => existsSync(d.path))

const readGold = (document: TextDocument): GoldDocument => {
  const text = readFileSync(document.path, 'utf8')
  const neutral = beside(document, '.neutral.jsonl')
  return {
    ...document,
    text,
    gold: parseGold(readFileSync(beside(document, '.gold.jsonl'), 'utf8'), text),
    neutral: existsSync(neutral) ? parseNeutral(readFileSync(neutral, 'utf8'), text) : [],
  }
}
