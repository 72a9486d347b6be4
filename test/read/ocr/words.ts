import { extentOf } from '../../../src/read/ocr/letter-extent.ts'
import type { RecognisedWord } from '../../../src/read/ocr/recognised-word.ts'

export interface Set {
  readonly left?: number
  readonly baseline?: number
  /** Pixels. */
  readonly size?: number
  readonly line?: number
  readonly confidence?: number
}

/** The words of a line as they would stand on a page, half the font size a letter and a quarter between words. */
export function setLine(text: string, { left = 200, baseline = 200, size = 50, line = 0, confidence = 95 }: Set = {}) {
  let x = left
  return text.split(' ').map((word): RecognisedWord => {
    const { above, below } = extentOf(word) ?? { above: 0.3, below: 0 }
    const right = x + word.length * size * 0.5
    const box = [x, baseline - above * size, right, baseline + below * size] as const
    x = right + size * 0.25
    return { text: word, box: [...box], confidence, line }
  })
}
