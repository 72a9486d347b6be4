import type { TextEdit } from '../edits.ts'
import { frequencyOf, isInUse } from '../syllables/frequency.ts'

const DOUBLED = /[\p{L}\p{M}]*[ưƯ]{2}[\p{L}\p{M}]*/gu

/** Words in which a conversion wrote ư twice (`ngưười`): no word of Vietnamese has two. */
export const doubledHorns = (text: string): TextEdit[] =>
  [...text.matchAll(DOUBLED)].flatMap(({ 0: word, index }) => {
    const single = word.replace(/([ưƯ])[ưƯ]+/gu, '$1')
    return frequencyOf(single) > 0 ? [{ start: index, end: index + word.length, text: single }] : []
  })

/** A capital word that ends in a small à, beside another capital word. */
const SMALL_A = /(?<![\p{L}\p{M}])([\p{Lu}]+)à(?![\p{L}\p{M}])/gu
const CAPITAL_BESIDE = /(?:(?<![\p{L}\p{M}])\p{Lu}{2,} $)|^ \p{Lu}{2,}(?![\p{L}\p{M}])/u

/** `Xà HỘI`: the bytes C3 A0 of Ã and a blank were taken for one letter of UTF-8. */
export const smallA = (text: string): TextEdit[] =>
  [...text.matchAll(SMALL_A)].flatMap(({ 0: word, 1: head = '', index }) => {
    const end = index + word.length
    const beside =
      CAPITAL_BESIDE.test(text.slice(Math.max(0, index - 12), index)) || CAPITAL_BESIDE.test(text.slice(end, end + 12))
    return beside && isInUse(`${head}Ã`) && frequencyOf(`${head}Ã`) > frequencyOf(`${head}À`)
      ? [{ start: index + head.length, end, text: 'Ã' }]
      : []
  })
