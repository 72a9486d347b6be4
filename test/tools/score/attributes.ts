/** The attributes of an observation that are compared with gold. */
export const ATTRIBUTES = [
  'value',
  'unit',
  'measure',
  'subject',
  'indicator',
  'sector',
  'comparator',
  'per',
  'period',
  'status',
] as const
export type Attribute = (typeof ATTRIBUTES)[number]

/** The attributes that make a record usable at all; `core` scores ask for these only. */
export const CORE: readonly Attribute[] = ['value', 'unit', 'measure', 'subject', 'indicator', 'period', 'status']

/** What gold and extraction both say of a number. `value` stands for `min` and `max` too. */
export interface Statement {
  readonly value?: number | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly unit: string
  readonly measure: string
  readonly subject: string
  readonly indicator: string
  readonly sector?: string | null | undefined
  readonly comparator?: string | undefined
  readonly per?: readonly string[] | undefined
  readonly period: string | null
  readonly status: string
}
