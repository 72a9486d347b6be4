import type { Span } from '../contract/index.ts'
import type { EditedText } from './edits.ts'

/** How a stretch of the repaired text is found in the text as read. */
export type Back = (span: Span) => Span

export const backOf =
  (edited: EditedText): Back =>
  span =>
    edited.back(span)

/**
 * Takes what was found in a repaired text back to the text as read: every object with a `start` and an `end`, however deep, gets
 * the place as read; all else stays. Words that were copied out of the text stay repaired.
 */
export const lift = <T>(found: T, back: Back): T => lifted(found, back) as T

const lifted = (value: unknown, back: Back): unknown => {
  if (Array.isArray(value)) return value.map(each => lifted(each, back))
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, each]) => [key, lifted(each, back)] as const)
  const { start, end } = value as { start?: unknown; end?: unknown }
  const place = typeof start === 'number' && typeof end === 'number' ? back({ start, end }) : {}
  return { ...Object.fromEntries(entries), ...place }
}
