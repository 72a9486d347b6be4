import type { Changes, Observation, Statement } from '../contract/index.ts'

/** An observation with a correction made. The reasons of what was changed do not hold any more. */
export const corrected = (o: Observation, changes: Changes): Observation => {
  const { value, min, max, because, alternatives: _, ...rest } = o
  const { value: newValue, min: newMin, max: newMax, ...others } = changes
  const number =
    newValue !== undefined
      ? { value: newValue }
      : newMin !== undefined || newMax !== undefined
        ? { min: newMin ?? min, max: newMax ?? max }
        : { value, min, max }
  const revalued = newValue !== undefined || newMin !== undefined || newMax !== undefined
  const changed = new Set([...Object.keys(others), ...(revalued ? ['value'] : [])])
  return {
    ...rest,
    ...(others as Partial<Statement>),
    ...defined(number),
    because: Object.fromEntries(Object.entries(because).filter(([name]) => !changed.has(name))),
  }
}

const defined = (numbers: Readonly<Record<string, number | undefined>>): Partial<Statement> =>
  Object.fromEntries(Object.entries(numbers).filter(([, n]) => n !== undefined))
