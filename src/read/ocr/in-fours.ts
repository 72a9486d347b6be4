/** Samples four at a time, from the first on, so that paper is passed over quickly; up to three at the end are not among them. */
export const inFours = (samples: Uint8Array): Int32Array => {
  const { buffer, byteOffset, length } = samples.byteOffset % 4 === 0 ? samples : new Uint8Array(samples)
  return new Int32Array(buffer, byteOffset, length >> 2)
}

/** The place from which something is to be looked at: at the beginning of four samples of nothing, the next four with something. */
export const pastBlank = (fours: Int32Array, at: number): number => {
  if ((at & 3) !== 0) return at
  let four = at >> 2
  while (four < fours.length && fours[four] === 0) four++
  return four << 2
}

/**
 * Bits that samples have only where none of the four is below a threshold: the highest ones, as many as it takes. Nothing is
 * passed over by them that lies below it, up to 255.
 */
export function paperBits(threshold: number): number {
  let bits = 0
  for (let bit = 0x80; bit > 0 && bits < threshold; bit >>= 1) bits |= bit
  return Math.imul(bits, 0x01_01_01_01)
}

/** As `pastBlank`, past fours of paper: those that have all the bits. */
export const pastPaper = (fours: Int32Array, at: number, bits: number): number => {
  if ((at & 3) !== 0) return at
  let four = at >> 2
  while (four < fours.length && ((fours[four] ?? 0) & bits) === bits) four++
  return four << 2
}
