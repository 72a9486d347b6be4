/**
 * Room for the samples of one page's images, used again for the next page. Both threads see it, so that nothing has to be handed over;
 * and no collector counts it, which would go through the whole of its heap for every page otherwise.
 */
export interface PageRoom {
  /** Room of so many samples, of any content. */
  take(length: number): Uint8Array
  /** Gives all of it back: what was taken is overwritten by what is taken next. */
  clear(): void
}

/** No more is kept: a page of A4 at 300 dpi, with its marks and its cells, takes half of it. */
const MOST = 64_000_000

/** What is taken begins at a place where samples can be looked at four at a time. */
const ALIGNED = 8

export function pageRoom(): PageRoom {
  let room = new SharedArrayBuffer(0)
  let taken = 0
  return {
    take(length) {
      const from = taken
      taken += Math.ceil(length / ALIGNED) * ALIGNED
      return from + length > room.byteLength ? new Uint8Array(length) : new Uint8Array(room, from, length)
    },
    clear() {
      if (taken > room.byteLength && taken <= MOST) room = new SharedArrayBuffer(taken)
      taken = 0
    },
  }
}
