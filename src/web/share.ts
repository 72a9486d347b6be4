/**
 * What came anew, with every part that says the same as before being the object from before, so that what is drawn of it stays
 * ("structural sharing"). Lists are laid beside each other by position.
 *
 * @param before both as JSON has it
 */
export const share = <T>(before: T, after: T): T => shared(before, after) as T

/** The same for a list whose members have ids, wherever they stand in it now. */
export const shareById = <T extends { readonly id: string }>(before: T[], after: readonly T[]): T[] => {
  const known = new Map(before.map(each => [each.id, each]))
  return shareMembers(
    before,
    after.map(each => {
      const last = known.get(each.id)
      return last === undefined ? each : share(last, each)
    }),
  )
}

/** The list from before where it has the same members, which are compared as objects. */
export const shareMembers = <L extends readonly unknown[]>(before: L | undefined, after: L): L =>
  before !== undefined && before.length === after.length && after.every((each, i) => each === before[i])
    ? before
    : after

/** Whether two objects have the same members, compared as objects, but for some that are compared elsewhere. */
export const sameBut = <T extends object>(before: T, after: T, ...others: readonly (keyof T)[]): boolean =>
  (Object.keys(after) as (keyof T)[]).every(key => others.includes(key) || before[key] === after[key])

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object'

const shared = (before: unknown, after: unknown): unknown => {
  if (before === after || !isObject(before) || !isObject(after)) return after
  if (Array.isArray(after)) {
    if (!Array.isArray(before)) return after
    const list: unknown[] = before
    return shareMembers(
      list,
      after.map((each, i) => shared(list[i], each)),
    )
  }
  if (Array.isArray(before)) return after
  const keys = Object.keys(after)
  let same = keys.length === Object.keys(before).length
  const made: Record<string, unknown> = {}
  for (const key of keys) {
    made[key] = shared(before[key], after[key])
    if (made[key] !== before[key] || !(key in before)) same = false
  }
  return same ? before : made
}
