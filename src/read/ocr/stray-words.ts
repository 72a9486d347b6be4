import type { RecognisedWord } from './recognised-word.ts'

/** Words of a page that stand for themselves, and those that dirt and pens left. */
export interface StrayWords {
  readonly words: readonly RecognisedWord[]
  readonly stray: readonly RecognisedWord[]
}

/** From here on the words of a page tell where its text stands; of all its words as many as this share at least. */
const SURE = 80
const SURE_SHARE = 0.5

/** A word below the first is doubtful outside of the text, words below the second anywhere, where they stand for themselves. */
const DOUBTFUL = 50
const GUESSED = 20

/** Gaps and heights as shares of the height of a word. */
const APART = 3
const MARK_APART = 1.2
const SPECK = 0.25

const MARK = /^[.,:;!?'"“”‘’…]+$/u
/** Marks that are made of two parts, one above the other. */
const TALL_MARK = /[:;!?]/
const DIGIT = /\d/

type Text = readonly [left: number, top: number, right: number, bottom: number]

/**
 * Leaves out what stands away from the text and is none: specks that were taken for a colon or a full stop, and what an engine makes
 * of a pen's strokes in the margins or of a signature. Numbers are left out only where they are doubtful and no text stands above,
 * below or beside them.
 */
export function withoutStray(words: readonly RecognisedWord[]): StrayWords {
  const sure = words.filter(({ text, confidence }) => confidence >= SURE && /[\p{L}\d]/u.test(text))
  if (sure.length === 0 || sure.length < SURE_SHARE * words.length) return { words, stray: [] }
  const heights = sure.map(({ box }) => box[3] - box[1]).sort((one, other) => one - other)
  const height = heights[heights.length >> 1] ?? 0
  const text: Text = [
    sure.reduce((least, { box }) => Math.min(least, box[0]), Number.POSITIVE_INFINITY),
    sure.reduce((least, { box }) => Math.min(least, box[1]), Number.POSITIVE_INFINITY),
    sure.reduce((most, { box }) => Math.max(most, box[2]), Number.NEGATIVE_INFINITY),
    sure.reduce((most, { box }) => Math.max(most, box[3]), Number.NEGATIVE_INFINITY),
  ]
  const stray = new Set(
    runsOf(words, height).flatMap(run => {
      if (isScrawl(run, text)) return run
      return run.filter((word, i) => isSpeck(word, run[i - 1], height))
    }),
  )
  return { words: words.filter(word => !stray.has(word)), stray: [...stray] }
}

/** Words of one line that stand together. */
function runsOf(words: readonly RecognisedWord[], height: number): RecognisedWord[][] {
  const runs: RecognisedWord[][] = []
  for (const word of words) {
    const last = runs.at(-1)?.at(-1)
    const isBeside = last?.line === word.line && Math.abs(word.box[0] - last.box[2]) <= APART * height
    if (isBeside) runs.at(-1)?.push(word)
    else runs.push([word])
  }
  return runs
}

function isSpeck({ text, box }: RecognisedWord, before: RecognisedWord | undefined, height: number): boolean {
  if (!MARK.test(text)) return false
  if (TALL_MARK.test(text) && box[3] - box[1] < SPECK * height) return true
  return before === undefined || box[0] - before.box[2] > MARK_APART * height
}

function isScrawl(run: readonly RecognisedWord[], text: Text): boolean {
  const best = run.reduce((most, { confidence }) => Math.max(most, confidence), 0)
  if (best >= DOUBTFUL) return false
  if (best < GUESSED && !run.some(word => DIGIT.test(word.text))) return true
  return run.length === 1 && run.every(({ box }) => isOutside(box, text))
}

const isOutside = (box: RecognisedWord['box'], [left, top, right, bottom]: Text): boolean =>
  box[2] <= left || box[0] >= right || box[3] <= top || box[1] >= bottom
