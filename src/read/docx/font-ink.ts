import type { FontStretch } from '../source-document.ts'

const BLANK = /\s/

/**
 * Keeps the fonts of what was written, in its order. Only what is not white space counts: blanks are taken away and added on
 * the way to the text, and all else stays.
 */
export class FontInk {
  readonly #runs: { font: string | null; length: number }[] = []

  /** Adds what was written in a font; null where the file does not tell it. */
  add(written: string, font: string | null): void {
    const length = written.replace(/\s+/g, '').length
    const last = this.#runs.at(-1)
    if (last?.font === font) last.length += length
    else if (length > 0) this.#runs.push({ font, length })
  }

  /**
   * The stretches of the text that was made of all that was added, blanks between words of one font included.
   * @param text UTF-16 offsets point into it; holds everything in the order in which it was added
   */
  on(text: string): FontStretch[] {
    const stretches: FontStretch[] = []
    let at = 0
    const skipBlanks = (): void => {
      while (at < text.length && BLANK.test(text.charAt(at))) at++
    }
    for (const { font, length } of this.#runs) {
      skipBlanks()
      const start = at
      let end = at
      for (let left = length; left > 0 && at < text.length; left--) {
        skipBlanks()
        end = ++at
      }
      if (font !== null && end > start) stretches.push({ start, end, font })
    }
    return stretches
  }
}
