import { type Problem, problem } from '../../problem.ts'
import type { SourceLimits } from './source-limits.ts'

/** What a zip and the zips within it may still hold together. */
export interface ZipBudget {
  /** Counts an entry. @returns the problem where there are too many now: nothing more of the zip is to be taken */
  count(): Problem | null
  /** Counts bytes that an entry claims to unpack to, as `count` does. */
  unpack(bytes: number): Problem | null
}

/** @param packed bytes of the outermost zip */
export function zipBudget(limits: SourceLimits, packed: number): ZipBudget {
  const mostBytes = Math.min(limits.maxUnpackedBytes, Math.max(limits.ratioCountsFrom, packed * limits.maxRatio))
  let entries = 0
  let unpacked = 0
  return {
    count() {
      entries++
      return entries > limits.maxEntries ? problem('too-many-entries', { limit: limits.maxEntries }) : null
    },
    unpack(bytes) {
      unpacked += bytes
      return unpacked > mostBytes ? problem('expands-too-far', { limit: mostBytes }) : null
    },
  }
}
