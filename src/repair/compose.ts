import { CLASS, MARK } from './character-class.ts'
import type { Characters } from './characters.ts'

/**
 * Joins base letters and the combining marks after them (NFC). Shape marks go before tone marks whatever the order they
 * were typed in: Unicode keeps two marks above a letter in their order, and `a` + tone + circumflex would not compose.
 */
export const compose = (chars: Characters): void => {
  let out = 0
  let i = 0
  while (i < chars.length) {
    let next = i + 1
    while (next < chars.length && CLASS[chars.at(next)] === MARK) next++
    if (next === i + 1) {
      chars.move(i, out++)
      i = next
      continue
    }
    const start = chars.starts[i] ?? 0
    const end = chars.ends[next - 1] ?? 0
    const cluster = composed(chars, i, next)
    for (let at = 0; at < cluster.length; at++, out++) {
      chars.codes[out] = cluster.charCodeAt(at)
      chars.starts[out] = start
      chars.ends[out] = end
    }
    i = next
  }
  chars.length = out
}

const composed = (chars: Characters, from: number, to: number): string => {
  const base = String.fromCharCode(chars.at(from)).normalize('NFD')
  const marks = Array.from(chars.codes.subarray(from + 1, to), code => String.fromCharCode(code).normalize('NFD'))
  const all = [...base.slice(1), ...marks]
  const whole = (base[0] + all.filter(isShape).join('') + all.filter(mark => !isShape(mark)).join('')).normalize('NFC')
  // The cluster may take no more room than it had.
  return whole.length <= to - from ? whole : whole.slice(0, to - from)
}

const isShape = (mark: string): boolean => mark === '\u0302' || mark === '\u0306' || mark === '\u031B'
