import { gluedAt, isSyllable } from '../../repair/syllable.ts'
import type { RecognisedWord } from './recognised-word.ts'

/** Abbreviations and words that run into each other: `THnăm`, `ƯớcTH`, `SốHTXthànhviên`. */
const MIXED = /\p{Lu}{2,}|\p{Lu}?\p{Ll}+/gu
const ABBREVIATION = /^\p{Lu}{2,}$/u

/** An abbreviation that runs into a year: `KH2022`. */
const INTO_YEAR = /^(\p{Lu}{2,})((?:19|20)\d\d)(?!\d)/u

/** The room of a letter that goes to the blank. */
const BLANK = 0.3

/**
 * Parts words between which an engine lost the blank: syllables (`Tổngsốhợptácxã`), an abbreviation and what follows it. No character
 * is changed; each part has its share of the box.
 */
export function partedWords(words: readonly RecognisedWord[]): RecognisedWord[] {
  return words.flatMap(word => {
    const cuts = cutsIn(word.text)
    if (cuts.length === 0) return word
    const [left, top, right, bottom] = word.box
    const letter = (right - left) / word.text.length
    return [0, ...cuts].map((from, i) => {
      const to = cuts[i] ?? word.text.length
      const end = left + letter * (to - (to < word.text.length ? BLANK : 0))
      return { ...word, text: word.text.slice(from, to), box: [left + letter * from, top, end, bottom] as const }
    })
  })
}

/** Offsets at which the second and later parts begin. */
function cutsIn(text: string): number[] {
  const year = INTO_YEAR.exec(text)?.[1]
  if (year !== undefined) return [year.length]
  const before = /^[^\p{L}\d]*/u.exec(text)?.[0].length ?? 0
  const letters = /^\p{L}+/u.exec(text.slice(before))?.[0] ?? ''
  const runs = [...letters.matchAll(MIXED)].map(([run]) => ({ run, cuts: gluedAt(run) }))
  const isWhole = runs.reduce((sum, { run }) => sum + run.length, 0) === letters.length
  const areWords = runs.every(({ run, cuts }) => ABBREVIATION.test(run) || isSyllable(run) || cuts.length > 0)
  if (!isWhole || !areWords) return []
  let at = before
  return runs.flatMap(({ run, cuts }, i) => {
    const own = [...(i > 0 ? [at] : []), ...cuts.map(cut => at + cut)]
    at += run.length
    return own
  })
}
