import type { Block } from './block.ts'

/**
 * Marks letters that a scan damaged: `d)` right after another `d)` of the same list stands for `đ)`. The label stays as
 * written; `meant` says what it stands for.
 */
export const meantLabels = (blocks: readonly Block[]): Block[] => {
  const lastOf = new Map<number | null, string>()
  return blocks.map(block => {
    if (block.level !== 'letter' || block.label === null) return block
    const before = lastOf.get(block.parent)
    lastOf.set(block.parent, block.label)
    return block.label === before && block.label.startsWith('d')
      ? { ...block, meant: block.label.replace('d', 'đ') }
      : block
  })
}
