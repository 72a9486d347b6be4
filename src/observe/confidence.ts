import { onCurve, type Precision, precisionOf } from '../rules/precision.ts'
import { legibility, type Recognition } from '../rules/recognition.ts'
import type { Draft } from './draft.ts'

/** The attributes that a reader may get wrong, each as likely as where it was taken from has shown. */
export const JUDGED = ['indicator', 'measure', 'unit', 'subject', 'sector', 'period', 'status'] as const
export type Judged = (typeof JUDGED)[number] | 'value'

/** Where an attribute of an observation was taken from, and the rule that read it where it was read by one. */
export const groundsOf = (
  { because, alternatives }: Pick<Draft, 'because' | 'alternatives'>,
  attribute: Judged,
): { readonly origin: string; readonly rule?: string } => {
  if (attribute === 'value') return { origin: alternatives === undefined ? 'number' : 'doubtful' }
  const reason = because[attribute]
  const named = attribute === 'indicator' || attribute === 'measure'
  // in another's words a rule is less sure than in the number's own
  return {
    origin: reason?.contradicted === undefined ? (reason?.from ?? 'none') : `${reason.from}, contradicted`,
    ...(named && reason?.from === 'rule' && reason.rule !== undefined && reason.contradicted === undefined
      ? { rule: reason.rule }
      : {}),
  }
}

/** The product of how often each attribute's reading was right on the labelled documents. */
export const productOf = (draft: Pick<Draft, 'because' | 'alternatives'>, measured: Precision): number =>
  [...JUDGED, 'value' as const].reduce((product, attribute) => {
    const { origin, rule } = groundsOf(draft, attribute)
    return product * precisionOf(measured, attribute, origin, rule)
  }, 1)

/**
 * How likely an observation is right in every attribute, between 0 and 1, in hundredths: the product of its attributes'
 * measured precisions, brought by the measured curve to the share of such observations that was right.
 */
export const confidenceOf = (draft: Pick<Draft, 'because' | 'alternatives'>, measured: Precision): number =>
  Number(Math.min(1, Math.max(0, onCurve(measured.curve, productOf(draft, measured)))).toFixed(2))

/**
 * How likely an observation is right in every attribute and its number read right from its image, between 0 and 1, in hundredths.
 * @param recognised see `legibility`
 */
export const sureness = (
  draft: Pick<Draft, 'because' | 'alternatives'>,
  recognised: number | null,
  rules: { readonly precision: Precision; readonly recognition: Recognition },
): number => Number((confidenceOf(draft, rules.precision) * legibility(recognised, rules.recognition)).toFixed(2))
