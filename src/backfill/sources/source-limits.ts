/** What a backfill takes at most; nothing beyond it is read. */
export interface SourceLimits {
  /** Of one file. */
  readonly maxBytes: number
  /** Zips within zips: 1 is a zip that was named or found, 2 one within it. */
  readonly maxDepth: number
  /** Of a zip within a zip, which is unpacked to a temporary file. */
  readonly maxNestedBytes: number
  /** Entries of one zip with all the zips within it. */
  readonly maxEntries: number
  /** Of all entries of one zip with those of the zips within it, unpacked. */
  readonly maxUnpackedBytes: number
  /** How many times its size a zip may unpack to, counted from `ratioCountsFrom` unpacked bytes on. */
  readonly maxRatio: number
  readonly ratioCountsFrom: number
}

const MIB = 1024 * 1024
const GIB = 1024 * MIB

/** A province's scans of twenty years fit; a page of plain text shrinks to a tenth, an empty page of a bitmap to a thousandth. */
export const sourceLimits = (maxBytes: number): SourceLimits => ({
  maxBytes,
  maxDepth: 3,
  maxNestedBytes: 4 * GIB,
  maxEntries: 1_000_000,
  maxUnpackedBytes: 1024 * GIB,
  maxRatio: 200,
  ratioCountsFrom: 256 * MIB,
})
