import { fold } from './fold.ts'

/** A Vietnamese syllable without its marks that ends in a stop: those carry the tones sắc or nặng only. */
const STOPPED = /^(?:ngh?|[cgknpt]h|tr|qu|gi|[bcdghklmnpqrstvx])?(?:[aeiouy]{1,3})(?:p|t|ch?)$/u

/** Letters that a stopped syllable may end in. */
const STOPS: ReadonlySet<number> = new Set([...'ptch'].map(letter => letter.charCodeAt(0)))

const SAC = '\u0301'
const NANG = '\u0323'

/**
 * Whether a word is no possible Vietnamese syllable, and would be one with another tone: `hoat`, `tôt`, `kêt` (hoạt, tốt,
 * kết). Scanners lose marks. Takes one composed word; words in capitals are left alone.
 */
export const isMangled = (word: string): boolean => {
  // most words end otherwise
  if (!STOPS.has(word.charCodeAt(word.length - 1))) return false
  if (!/^\p{Lu}?\p{Ll}+$/u.test(word) || !STOPPED.test(fold(word))) return false
  const marks = word.normalize('NFD')
  return !marks.includes(SAC) && !marks.includes(NANG)
}

const WORD = /[\p{L}\p{M}]+/gu

/** So many mangled words make a text damaged: an English word or a name now and then does not. */
const MOST_BY_CHANCE = 5
const SHARE_BY_CHANCE = 0.005

/** Whether a text has lost marks throughout, as poor scans have. Linear. */
export const isDamaged = (text: string): boolean => {
  let words = 0
  let mangled = 0
  for (const [word] of text.normalize('NFC').matchAll(WORD)) {
    words++
    if (isMangled(word)) mangled++
  }
  return mangled > MOST_BY_CHANCE && mangled > words * SHARE_BY_CHANCE
}

/**
 * Whether a word as written is another that lost some of its marks, and nothing else: `yêu` is `yếu` weakened, `lai` is
 * `lãi`; `yêu` is not `yểu` changed. Both in the same case.
 */
export const isWeakened = (written: string, whole: string): boolean => {
  if (written === whole || written.length !== whole.length) return false
  for (let i = 0; i < whole.length; i++) {
    const one = written.charAt(i)
    const other = whole.charAt(i)
    if (one === other || (one === 'd' && other === 'đ') || (one === 'D' && other === 'Đ')) continue
    const [base, ...left] = one.normalize('NFD')
    const [wholeBase, ...marks] = other.normalize('NFD')
    if (base !== wholeBase || !left.every(mark => marks.includes(mark))) return false
  }
  return true
}
