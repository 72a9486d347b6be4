import { isDeepStrictEqual } from 'node:util'
import { EXPLAINED, type Reason, type Statement } from '../contract/index.ts'
import { attributeOf } from '../review/misread.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { type Draft, type Expected, Expected as ExpectedForm, type Misread, NO_STATISTIC, STATISTIC } from './draft.ts'
import type { PlaceDraft } from './place-draft.ts'
import { type DraftReading, readDraft } from './read-draft.ts'

/** One thing that rules read otherwise than a draft expects. */
export interface Difference {
  readonly attribute: Misread['attribute']
  readonly read: unknown
  readonly expected: unknown
  /** What it was read by. */
  readonly rule: string | null
}

/** How rules read a draft: as it is right where there are no differences. */
export interface Judged {
  readonly handled: boolean
  readonly differences: readonly Difference[]
}

/** Reads a draft with rules and holds what they read to what is right. */
export const judgeDraft = (draft: PlaceDraft & Pick<Draft, 'expected'>, rules: RuleSet): Judged => {
  const differences = differencesOf(draft.expected, readDraft(draft, rules))
  return { handled: differences.length === 0, differences }
}

/** What rules read otherwise than it is right. */
export const differencesOf = (
  expected: Draft['expected'],
  { observations, account }: DraftReading,
): readonly Difference[] => {
  const [first] = observations
  if (expected === NO_STATISTIC)
    return first === undefined
      ? []
      : [{ attribute: 'number', read: first.indicator, expected, rule: first.because.indicator?.rule ?? null }]
  if (first === undefined)
    return [
      {
        attribute: 'number',
        read: account?.class ?? 'nothing',
        expected: STATISTIC,
        rule: account?.rule?.id ?? null,
      },
    ]
  // where the mark reaches over several numbers one of them is meant
  const all = observations.map(o => statementDifferences(expected, o, o.because))
  return all.sort((a, b) => a.length - b.length)[0] ?? []
}

export const statementDifferences = (
  expected: Expected,
  read: Expected,
  because: Readonly<Partial<Record<string, Reason>>>,
): Difference[] => {
  const parts = [
    ...EXPLAINED.map(attribute => ({
      attribute,
      read: attributeOf(read as Statement, attribute),
      expected: attributeOf(expected as Statement, attribute),
    })),
    ...(['area', 'source'] as const).map(attribute => ({
      attribute,
      read: read[attribute],
      expected: expected[attribute],
    })),
  ]
  return parts
    .filter(part => !isDeepStrictEqual(part.read, part.expected))
    .map(part => ({ ...part, rule: because[part.attribute]?.rule ?? null }))
}

/** What a statistic states that a draft expects. */
export const expectedOf = (statement: Expected): Expected =>
  ExpectedForm.parse(
    Object.fromEntries(
      Object.keys(ExpectedForm.shape).flatMap(name => {
        const value = statement[name as keyof Expected]
        return value === undefined ? [] : [[name, value]]
      }),
    ),
  )
