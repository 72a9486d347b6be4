/** Ways to write the same text differently. */

const TONES = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323']

/** `hoà`, `khoẻ`, `uỷ` for `hòa`, `khỏe`, `ủy`: the tone on the last vowel, as it was written before the rule of 1984. */
export const oldTonePlacement = (text: string): string =>
  text.replace(/(?<![qQ])([òóỏõọÒÓỎÕỌ])([aeAE])(?!\p{L})|(?<![qQ])([ùúủũụÙÚỦŨỤ])([yY])(?!\p{L})/gu, pair => {
    const [first = '', second = ''] = pair
    const [base = '', ...marks] = first.normalize('NFD')
    const tone = marks.find(mark => TONES.includes(mark)) ?? ''
    return base + (second + tone).normalize('NFC')
  })

/** `Ð` (Eth) for `Đ`, as the fonts of the nineties had it. */
export const ethForD = (text: string): string => text.replaceAll('Đ', '\u00D0')

/** No-break spaces between words, as word processors put them. */
export const noBreakSpaces = (text: string): string => text.replace(/(?<=[\p{L}\d]) (?=[\p{L}\d])/gu, '\u00A0')

export const carriageReturns = (text: string): string => text.replaceAll('\n', '\r\n')

/** `hợp tác xã` for every `HTX` that is a word, in capitals where its line is. */
export const writtenOut = (text: string): string =>
  text.replace(/^.*$/gmu, line =>
    line.replace(/(?<![\p{L}\d/-])HTX(?!\p{L})/gu, /\p{Ll}/u.test(line) ? 'hợp tác xã' : 'HỢP TÁC XÃ'),
  )

/** `HTX` for every `hợp tác xã`. */
export const abbreviated = (text: string): string => text.replace(/(?<!\p{L})hợp tác xã(?!\p{L})/giu, 'HTX')

/** The text with the items of every list of one-line `- …` items turned round. */
export const listsTurned = (text: string): string =>
  text.replace(/(?:^- .*[;.]\n){2,}/gmu, list => list.trimEnd().split('\n').reverse().join('\n').concat('\n'))

/** The word without one of its marks, or with none where `which` is a multiple of three. */
const weakened = (word: string, which: number): string => {
  const parts = [...word.normalize('NFD')]
  const marks = parts.flatMap((part, i) => (/[\u0300-\u036f]/.test(part) ? [i] : []))
  if (marks.length === 0) return word.replace('đ', 'd').replace('Đ', 'D')
  const dropped = which % 3 === 0 ? marks : [marks[which % marks.length]]
  return parts
    .filter((_, i) => !dropped.includes(i))
    .join('')
    .normalize('NFC')
}

/** The text with marks lost in one word of `of`, always the same ones, as a poor scan loses them. */
export const marksLost =
  (of: number) =>
  (text: string): string => {
    let state = 7
    return text.replace(/[\p{L}\p{M}]+/gu, word => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31
      const draw = Math.floor(state / 256)
      return draw % of === 0 ? weakened(word, Math.floor(draw / of)) : word
    })
  }
