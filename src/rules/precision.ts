import { z } from 'zod'

/** So often right, of so many. Documents may count in part. */
const Tally = z.tuple([z.number().min(0), z.number().min(0)])
export type Tally = z.infer<typeof Tally>

/** What `rules/precision.yaml` says: how often each reading was right on the labelled documents (`npm run calibrate`). */
export const PrecisionFile = z.strictObject({
  /** By the rule that named the indicator or measure. */
  rules: z.record(z.string(), Tally),
  /** By attribute, and by where its value was taken from. */
  origins: z.record(z.string(), z.record(z.string(), Tally)),
  /** Product of an observation's precisions → the share of such observations that was right in every attribute; rising. */
  curve: z.array(z.tuple([z.number(), z.number()])),
})
export type Precision = z.infer<typeof PrecisionFile>

export const UNMEASURED: Precision = { rules: {}, origins: {}, curve: [] }

/** An attribute whose origin was never measured. */
const PRIOR = 0.9
/** An origin is taken for as good as the prior until it was seen some times; a rule for as good as its origin. */
const ORIGIN_WEIGHT = 10
const RULE_WEIGHT = 5

const smoothed = (tally: Tally | undefined, prior: number, weight: number): number =>
  tally === undefined ? prior : (tally[0] + prior * weight) / (tally[1] + weight)

/** How often an attribute that was taken from `origin` was right, between 0 and 1; of a rule, how often that rule was. */
export const precisionOf = (measured: Precision, attribute: string, origin: string, rule?: string): number => {
  const general = smoothed(measured.origins[attribute]?.[origin], PRIOR, ORIGIN_WEIGHT)
  return rule === undefined ? general : smoothed(measured.rules[rule], general, RULE_WEIGHT)
}

/** The value of a rising curve at `x`, linear between its points and level beyond them; `x` itself without a curve. */
export const onCurve = (curve: Precision['curve'], x: number): number => {
  const at = curve.findIndex(([from]) => from >= x)
  const [x1, y1] = curve[at < 0 ? curve.length - 1 : at] ?? [x, x]
  const [x0, y0] = at > 0 ? (curve[at - 1] ?? [x1, y1]) : [x1, y1]
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0)
}
