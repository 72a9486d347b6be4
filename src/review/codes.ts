import { provinces } from '../outline/document-rules.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { Codes } from './statement-issues.ts'

/** The codes that the rules know. */
export const codesOf = ({ indicators }: Pick<RuleSet, 'indicators'>): Codes => ({
  indicators: new Map(
    [...indicators].map(([code, { unit, kind, label, rules }]) => [
      code,
      {
        units: [...new Set([unit, ...rules.flatMap(rule => rule.unit ?? [])])],
        mean: kind === 'mean',
        label,
      },
    ]),
  ),
  areas: new Map(provinces.flatMap(({ code, name }) => (code === null ? [] : [[code, name] as const]))),
  provinces: provinces.map(({ code, name, from, until }) => ({ code, name, from, until })),
})
