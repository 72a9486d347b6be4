import type { MeasuredLine } from './line-measures.ts'
import type { RecognisedWord } from './recognised-word.ts'

/** Within a number parts stand no further apart than this, in font sizes; between words there is more. */
const WITHIN = 0.2

const BEGINS = /\d[.,]?$/
const GOES_ON = /^(?:[.,]\d|\d)/

/** Puts the parts of numbers together that the engine set a blank between: `3` `0.000`, `1.` `840`, `12` `,5`. */
export function joinedNumbers(line: MeasuredLine): MeasuredLine {
  const words: RecognisedWord[] = []
  for (const word of line.words) {
    const last = words.at(-1)
    if (last === undefined || !areOne(last, word, line.size)) words.push(word)
    else words[words.length - 1] = joined(last, word)
  }
  return { ...line, words }
}

function areOne(last: RecognisedWord, word: RecognisedWord, size: number): boolean {
  const gap = word.box[0] - last.box[2]
  return gap < WITHIN * size && gap > -WITHIN * size && BEGINS.test(last.text) && GOES_ON.test(word.text)
}

const joined = (one: RecognisedWord, other: RecognisedWord): RecognisedWord => ({
  text: one.text + other.text,
  box: [
    Math.min(one.box[0], other.box[0]),
    Math.min(one.box[1], other.box[1]),
    Math.max(one.box[2], other.box[2]),
    Math.max(one.box[3], other.box[3]),
  ],
  confidence: Math.min(one.confidence, other.confidence),
  line: one.line,
})
