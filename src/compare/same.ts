import { isDeepStrictEqual } from 'node:util'

/** Whether two values are the same as JSON has them: a key without a value is no key. */
export const same = (one: unknown, other: unknown): boolean =>
  // mostly nothing differs, and texts are compared many times faster
  one === other || JSON.stringify(one) === JSON.stringify(other) || isDeepStrictEqual(plain(one), plain(other))

const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, v]) => (v === undefined ? [] : [[key, plain(v)] as const])),
  )
}

/** A value without what only says where in its own text it stands: offsets, lines and boxes, at any depth. */
export const withoutPlaces = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutPlaces)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, v]) => (PLACES.has(key) ? [] : [[key, withoutPlaces(v)] as const])),
  )
}

const PLACES = new Set(['start', 'end', 'line', 'box'])
