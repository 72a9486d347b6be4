import type { PageSize, Turn } from './frame.ts'
import type { Rule, Rules } from './rules.ts'

/** Rules of a page as the reader of turned text sees them. */
export function rulesInFrame(turn: Turn, { width, height }: PageSize, rules: Rules): Rules {
  const flipped = (across: number, along: number) => (rule: Rule) => ({
    at: across - rule.at,
    from: along - rule.to,
    to: along - rule.from,
  })
  const { horizontal, vertical, crowded } = rules
  const frames: Record<Turn, () => Omit<Rules, 'crowded'>> = {
    0: () => rules,
    1: () => ({
      horizontal: vertical.map(rule => ({ ...rule, at: width - rule.at })),
      vertical: horizontal.map(rule => ({ at: rule.at, from: width - rule.to, to: width - rule.from })),
    }),
    2: () => ({ horizontal: horizontal.map(flipped(height, width)), vertical: vertical.map(flipped(width, height)) }),
    3: () => ({
      horizontal: vertical.map(rule => ({ at: rule.at, from: height - rule.to, to: height - rule.from })),
      vertical: horizontal.map(rule => ({ ...rule, at: height - rule.at })),
    }),
  }
  return { ...frames[turn](), crowded }
}
