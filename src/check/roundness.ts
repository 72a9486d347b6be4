import type { Figure } from './figure.ts'
import { figuresOf, type Identity } from './identity.ts'

/** So many figures that are rounded alike show that the others of their sum are, too. */
const FEWEST = 3
/** What being rounded as the others of its sum adds to the odds of a number, and what not being so takes from them. */
const ROUNDED = 5

/**
 * By how much the other figures of the sums that a figure stands in speak for another value of it: `1.400 + 655 + 300 = 2.350` is all
 * tens but for one.
 * @returns above 1 where the value is rounded as the others are and the printed one is not, below 1 the other way about
 */
export const roundnessFavour = (f: Figure, value: number, sums: readonly Identity[]): number => {
  let favour = 1
  for (const sum of sums) {
    const others = figuresOf(sum).filter(g => g !== f)
    const step = commonStep(others)
    if (step === null || step <= lastDigit(f)) continue
    const [printed, edited] = [isMultiple(f.value, step), isMultiple(value, step)]
    favour *= printed === edited ? 1 : edited ? ROUNDED : 1 / ROUNDED
  }
  return Math.min(ROUNDED, Math.max(1 / ROUNDED, favour))
}

/** The one figure of a sum that is not rounded as all others are; null where there is none. */
export const unrounded = (sum: Identity): Figure | null => {
  const figures = figuresOf(sum)
  const rough = figures.filter(f => {
    const step = commonStep(figures.filter(g => g !== f))
    return step !== null && step > lastDigit(f) && !isMultiple(f.value, step)
  })
  const [only] = rough
  return rough.length === 1 && only !== undefined ? only : null
}

/** The largest power of ten that figures are multiples of; null of too few, or of any that is no plain number. */
const commonStep = (figures: readonly Figure[]): number | null => {
  if (figures.length < FEWEST || figures.some(f => f.number === null)) return null
  let step = Math.min(...figures.map(lastDigit))
  while (figures.every(f => isMultiple(f.value, step * 10)) && figures.some(f => Math.abs(f.value) >= step * 10))
    step *= 10
  return step
}

/** The worth of the last printed digit. */
const lastDigit = ({ number }: Figure): number =>
  number === null ? 0 : Math.abs(number.scale) * 10 ** -number.decimals

const isMultiple = (value: number, step: number): boolean => {
  const times = value / step
  return Math.abs(times - Math.round(times)) < CLOSE
}

const CLOSE = 1e-6
