import { z } from 'zod'
import tcvn3Table from './tcvn3.json' with { type: 'json' }
import vniTable from './vni.json' with { type: 'json' }

export type LegacyEncoding = 'tcvn3' | 'vni'

/** Characters of a text as they stand in the file; `capitals` are set in the font that shows small letters as capitals. */
export interface LegacyRun {
  readonly text: string
  readonly capitals: boolean
}

const Table = z.record(z.string(), z.string())
const TCVN3 = new Map(Object.entries(Table.parse(tcvn3Table)))
const VNI = new Map(Object.entries(Table.parse(vniTable)))

/** Fonts as their users know them: for text, and for capitals where the encoding has no capitals with marks. */
export const LEGACY_FONTS: Readonly<Record<LegacyEncoding, { readonly text: string; readonly capitals: string }>> = {
  tcvn3: { text: '.VnTime', capitals: '.VnTimeH' },
  vni: { text: 'VNI-Times', capitals: 'VNI-Times' },
}

/** What a typist with such fonts would have typed. @param text Unicode, composed */
export const legacyRuns = (text: string, encoding: LegacyEncoding): LegacyRun[] =>
  encoding === 'vni' ? [{ text: through(VNI, text), capitals: false }] : tcvn3Runs(text)

const through = (table: ReadonlyMap<string, string>, text: string): string =>
  Array.from(text, letter => table.get(letter) ?? letter).join('')

/** Words in capitals one after the other, or one letter. */
const CAPITALS = /\p{Lu}{2,}(?:[ ,;–-]+\p{Lu}{2,})*|\p{Lu}/gu

/** TCVN3 has no capitals with tone marks: what has some is typed in small letters and set in the font of capitals. */
const tcvn3Runs = (text: string): LegacyRun[] => {
  const runs: LegacyRun[] = []
  const add = (part: string, capitals: boolean) => {
    if (part !== '') runs.push({ text: through(TCVN3, capitals ? part.toLowerCase() : part), capitals })
  }
  let end = 0
  for (const { 0: part, index } of text.matchAll(CAPITALS)) {
    if (Array.from(part).every(letter => letter < '\x80' || TCVN3.has(letter))) continue
    add(text.slice(end, index), false)
    add(part, true)
    end = index + part.length
  }
  add(text.slice(end), false)
  return runs
}
