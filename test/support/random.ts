/** A stream of numbers that only its seed decides. */
export interface Random {
  /** From 0 to below 1. */
  next(): number
  /** From low to below high. */
  between(low: number, high: number): number
  /** Of the normal distribution with mean 0 and standard deviation 1. */
  normal(): number
}

/** @param seed any text; the generator is mulberry32 on its FNV-1a hash */
export const randomOf = (seed: string): Random => {
  let state = hash(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}

const hash = (seed: string): number => {
  let h = 0x811c9dc5
  for (const byte of Buffer.from(seed)) h = Math.imul(h ^ byte, 0x01000193)
  return h
}
