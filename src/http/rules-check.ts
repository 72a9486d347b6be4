import type { Limits } from '../extract.ts'
import type { Read } from '../work/reading.ts'

const LINE = 'Số hợp tác xã thành lập mới năm 2019: 35 hợp tác xã.\n'

/**
 * A check that the rules are loaded: one line is read with them. Once it went well it is not made again.
 * @returns a function that throws while the rules cannot read
 */
export function rulesCheck(extract: Read, limits: Limits): () => Promise<void> {
  let passed = false
  return async () => {
    if (passed) return
    const result = await extract(new TextEncoder().encode(LINE), 'readiness.txt', limits)
    if (!result.ok) throw new Error(`reading one line failed: ${result.problem.code}`)
    passed = true
  }
}
