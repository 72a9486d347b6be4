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
