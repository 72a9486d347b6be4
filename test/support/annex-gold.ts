import { fixture } from '../extract/fixtures.ts'
import { type Gold, parseGold } from '../tools/score/gold.ts'

/** The line of bac-kan-2020.txt from which on its annexes stand. */
const ANNEXES = 263

const read = (name: string): string => new TextDecoder().decode(fixture(`gold/${name}`))

/** The text that the gold of the annexes was labelled in, and the gold of its annexes alone. */
export const annexGold = (): { readonly text: string; readonly gold: readonly Gold[] } => {
  const text = read('bac-kan-2020.txt')
  return { text, gold: parseGold(read('bac-kan-2020.gold.jsonl'), text).filter(({ line }) => line >= ANNEXES) }
}
