import { createHash } from 'node:crypto'
import type { Extraction } from '../contract/index.ts'

/** A version as the number of decisions and the name of the reading, with the checks that both are seen through. */
interface Version {
  readonly decided: number
  readonly reading: string
}

const FORM = /^(\d{1,9})-([0-9a-f]{16})$/

/**
 * The version of a document's records: it is another one after each decision, and when the document is read anew or other checks
 * are made.
 * @param reading what names the stored extraction
 * @param checks the engine that checks
 */
export const versionOf = (decided: number, reading: readonly string[], checks: Extraction['engine']): string =>
  `${decided}-${createHash('sha256')
    .update(JSON.stringify([reading, checks.rules, checks.version]))
    .digest('hex')
    .slice(0, 16)}`

/** A version taken apart; null where a text is none. */
export const parseVersion = (text: string): Version | null => {
  const [, decided, reading] = FORM.exec(text) ?? []
  return decided === undefined || reading === undefined ? null : { decided: Number(decided), reading }
}
