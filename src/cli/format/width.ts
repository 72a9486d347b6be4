const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' })

const graphemes = (text: string): string[] => Array.from(segmenter.segment(text), segment => segment.segment)
const widthOf = (grapheme: string): number => (WIDE.test(grapheme) ? 2 : 1)

/** How many columns of a terminal a text takes: a letter and its marks one, an East Asian character two. */
export const width = (text: string): number => graphemes(text).reduce((sum, each) => sum + widthOf(each), 0)

/** A text cut to a number of columns, with an ellipsis where something was cut. */
export function clip(text: string, columns: number): string {
  if (width(text) <= columns) return text
  let kept = ''
  let used = 0
  for (const each of graphemes(text)) {
    used += widthOf(each)
    if (used > columns - 1) break
    kept += each
  }
  return `${kept.trimEnd()}…`
}

export const padEnd = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)))
export const padStart = (text: string, columns: number): string => ' '.repeat(Math.max(0, columns - width(text))) + text
