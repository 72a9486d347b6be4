import type { ConfidenceReason, ReadObservation } from '../contract/index.ts'
import { groundsOf, JUDGED, productOf } from '../observe/confidence.ts'
import { type Precision, precisionOf } from '../rules/precision.ts'

/** What the confidence of an observation rests on, the least sure attribute first. */
export const confidenceReason = (o: ReadObservation, measured: Precision): ConfidenceReason => ({
  value: o.confidence,
  product: productOf(o, measured),
  precisions: [...JUDGED, 'value' as const]
    .map(attribute => {
      const { origin, rule } = groundsOf(o, attribute)
      return { attribute, origin, rule: rule ?? null, precision: precisionOf(measured, attribute, origin, rule) }
    })
    .sort((a, b) => a.precision - b.precision),
})
