import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { fold } from '../fold.ts'
import { syllableKey } from './spelling.ts'
import { syllableRules, wordsOf } from './syllable-rules.ts'

const Counted = z.strictObject({
  counts: z.record(z.string(), z.number().int().min(1)),
  pairs: z.record(z.string(), z.number().int().min(1)),
})

/** A syllable in use that the labelled documents do not hold, and one that is only spelled right. */
const IN_USE = 0.5
const SPELLED = 0.02

/** The least that two syllables of a known phrase count. */
const OF_A_PHRASE = 5

interface Frequencies {
  readonly syllables: ReadonlyMap<string, number>
  readonly pairs: ReadonlyMap<string, number>
  readonly names: ReadonlySet<string>
  /** The syllables without any marks. */
  readonly folded: ReadonlySet<string>
}

const TONE_SIGN = /[`'~?.]$/

let loaded: Frequencies | null = null

const load = (): Frequencies => {
  if (loaded) return loaded
  const file = new URL('../../../rules/learned/syllables.json', import.meta.url)
  const { counts, pairs } = Counted.parse(JSON.parse(readFileSync(file, 'utf8')))
  const syllables = new Map(
    wordsOf(syllableRules.others).map(word => [syllableKey(word.normalize('NFC')) ?? word, IN_USE]),
  )
  for (const [key, count] of Object.entries(counts)) syllables.set(key, count)
  const beside = new Map(Object.entries(pairs))
  for (const phrase of syllableRules.phrases.split(',')) {
    const keys = wordsOf(phrase).map(word => syllableKey(word.normalize('NFC')))
    for (let i = 1; i < keys.length; i++) {
      const pair = `${keys[i - 1]} ${keys[i]}`
      beside.set(pair, Math.max(OF_A_PHRASE, beside.get(pair) ?? 0))
    }
  }
  const names = new Set(wordsOf(syllableRules.names))
  const folded = new Set([...syllables.keys(), ...names].map(key => fold(key.replace(TONE_SIGN, ''))))
  loaded = { syllables, pairs: beside, names, folded }
  return loaded
}

/**
 * How often a word stands in the labelled documents (`rules/learned/syllables.json`): its count; less than 1 where it is none
 * of them, and 0 where it is spelled as no Vietnamese syllable.
 */
export const frequencyOf = (word: string): number => {
  const { syllables, names } = load()
  const key = syllableKey(word)
  if (key === null) return names.has(word.toLowerCase()) ? IN_USE : 0
  return syllables.get(key) ?? SPELLED
}

/** Whether people write some word that is this one without its marks. */
export const isInUseUnmarked = (folded: string): boolean => load().folded.has(folded)

/** Whether people write the word, as far as is known. */
export const isInUse = (word: string): boolean => frequencyOf(word) >= IN_USE

/** How often two words stand next to each other in the labelled documents; once does not count. */
export const pairFrequency = (word: string, next: string): number =>
  load().pairs.get(`${syllableKey(word)} ${syllableKey(next)}`) ?? 0

/** A reading of a damaged word and how well it fits between its neighbours. */
export interface Reading {
  readonly word: string
  readonly fit: number
}

const PAIR_WEIGHT = 3

/** How well a word fits between its neighbours: sums of logarithms of counts. Null where there is no neighbour. */
export const fitOf = (before: string | null, word: string, after: string | null): number =>
  Math.log(frequencyOf(word) + 1e-4) +
  PAIR_WEIGHT *
    (Math.log1p(before === null ? 0 : pairFrequency(before, word)) +
      Math.log1p(after === null ? 0 : pairFrequency(word, after)))
