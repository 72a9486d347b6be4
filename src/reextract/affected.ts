import type { Extraction } from '../contract/index.ts'
import type { FileMeanings } from '../rules/rule-set-files.ts'

/** What an extraction was made by. `meanings` is null where it is not known any more what its rule set said. */
export interface Maker {
  readonly engine: string
  readonly meanings: FileMeanings | null
}

/**
 * What has to be done to an extraction so that it is as if its original were read anew: `nothing`; only judge what it holds
 * (confidence, checks; see `judgeAnew`); or read the original.
 */
export type Redo = 'nothing' | 'judging' | 'reading'

/** What has to be known of an extraction to tell whether a change can touch it. */
export interface Traits {
  readonly tables: number
  readonly observations: number
  /** Observations whose numbers were read from an image. */
  readonly recognised: number
  /** Its text was repaired: its stages after reading saw another text than the one that is kept. */
  readonly repaired: boolean
}

export const traitsOf = ({
  tables,
  observations,
  repairs,
}: Pick<Extraction, 'tables' | 'observations' | 'repairs'>): Traits => ({
  tables: tables.length,
  observations: observations.length,
  recognised: observations.filter(o => o.evidence.recognised !== undefined).length,
  repaired: repairs.length > 0,
})

/**
 * What a change of the rules asks of an extraction, by the file that differs. Told only where it follows from what is kept; all
 * other files (words, indicators, encodings, the form of documents) may change any document, and ask for reading:
 * - checks see nothing but the extraction;
 * - measured precision is only looked up for observations, that of recognition only for those read from an image;
 * - forms and words of tables are only asked about cells of tables, and never whether there is a table.
 */
const ASKED: readonly (readonly [prefix: string, redo: (traits: Traits) => Redo])[] = [
  ['checks/', () => 'judging'],
  ['precision.yaml', ({ observations }) => (observations > 0 ? 'judging' : 'nothing')],
  ['recognition.yaml', ({ recognised }) => (recognised > 0 ? 'judging' : 'nothing')],
  ['forms/', ({ tables }) => (tables > 0 ? 'reading' : 'nothing')],
]

/** What has to be done anew to the extraction of a document with such traits, now that it would be made by `now`. */
export const affected = (traits: Traits, then: Maker, now: Maker): Redo => {
  if (then.engine !== now.engine || then.meanings === null || now.meanings === null) return 'reading'
  const asked = changedFiles(then.meanings, now.meanings).map(file => {
    const [, redo] = ASKED.find(([prefix]) => file.startsWith(prefix)) ?? []
    return redo === undefined ? 'reading' : redo(traits)
  })
  if (asked.includes('reading')) return 'reading'
  if (!asked.includes('judging')) return 'nothing'
  return traits.repaired ? 'reading' : 'judging'
}

/** The files that mean something else, are new or are gone, by name. */
export const changedFiles = (then: FileMeanings, now: FileMeanings): string[] =>
  [...new Set([...Object.keys(then), ...Object.keys(now)])].filter(name => then[name] !== now[name]).sort()
