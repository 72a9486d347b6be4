import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { PeriodRule } from '../../src/lex/periods.ts'
import { RULES_FOLDER } from '../../src/rules/rule-set.ts'
import { MeasureFile, NotStatisticFile } from '../../src/rules/schema.ts'
import { parseYaml } from '../../src/rules/yaml.ts'
import { lexPhrase, observeMarked, RULES, termsOf, unmark } from '../support/phrase.ts'

const fileOf = <S extends z.ZodType>(name: string, schema: S): z.output<S> =>
  parseYaml(name, readFileSync(`${RULES_FOLDER}${name}`, 'utf8'), schema)

const measures = fileOf('measures.yaml', MeasureFile)
const notStatistics = fileOf('numerals.yaml', NotStatisticFile)
const periods = fileOf('periods.yaml', z.array(PeriodRule))

/** A phrase of a rule with what came of it, where that is not what the rule promises. */
const failure = (rule: string, phrase: string, wanted: string, got: string) =>
  `${rule}: "${phrase}" ${wanted}, got ${got}`

test('the number of every example of an indicator is read as that indicator', () => {
  const failures = RULES.indicatorRules.flatMap(({ rule, indicator }) =>
    rule.examples.flatMap(phrase => {
      const got = observeMarked(unmark(phrase))
      if (got?.indicator === indicator.code) return []
      const because = got?.because.indicator?.rule ?? 'no rule'
      return [failure(rule.id, phrase, `wants ${indicator.code}`, `${got?.indicator ?? 'no observation'} (${because})`)]
    }),
  )
  expect(failures).toEqual([])
})

test('no counter-example of an indicator is read by its rule', () => {
  const failures = RULES.indicatorRules.flatMap(({ rule }) =>
    rule.counterExamples.flatMap(phrase =>
      observeMarked(unmark(phrase))?.because.indicator?.rule === rule.id
        ? [failure(rule.id, phrase, 'must not match', rule.id)]
        : [],
    ),
  )
  expect(failures).toEqual([])
})

test('every indicator rule is hit in one of its own examples', () => {
  const dead = RULES.indicatorRules.filter(
    ({ rule }) => !rule.examples.some(phrase => observeMarked(unmark(phrase))?.because.indicator?.rule === rule.id),
  )
  expect(dead.map(({ rule }) => rule.id)).toEqual([])
})

test('the number of every example of a measure has that measure', () => {
  const failures = measures.flatMap(rule =>
    rule.examples.flatMap(phrase => {
      const got = observeMarked(unmark(phrase))
      if (got?.measure === rule.measure) return []
      const because = got?.because.measure?.rule ?? 'no rule'
      return [failure(rule.id, phrase, `wants ${rule.measure}`, `${got?.measure ?? 'no observation'} (${because})`)]
    }),
  )
  expect(failures).toEqual([])
})

test('no counter-example of a measure is read by its rule', () => {
  const failures = measures.flatMap(rule =>
    rule.counterExamples.flatMap(phrase =>
      observeMarked(unmark(phrase))?.because.measure?.rule === rule.id
        ? [failure(rule.id, phrase, 'must not match', rule.id)]
        : [],
    ),
  )
  expect(failures).toEqual([])
})

test('every measure rule is hit in one of its own examples', () => {
  const dead = measures.filter(
    rule => !rule.examples.some(phrase => observeMarked(unmark(phrase))?.because.measure?.rule === rule.id),
  )
  expect(dead.map(rule => rule.id)).toEqual([])
})

/** The rule and class that set a marked number aside; `null` where it stays a number. */
const setAside = (phrase: string) => {
  const { text, start, end } = unmark(phrase)
  return lexPhrase(text).setAside.find(s => s.start < end && start < s.end) ?? null
}

test('the number of every example that is no statistic is set aside with its class', () => {
  const failures = notStatistics.flatMap(rule =>
    rule.examples.flatMap(phrase => {
      const got = setAside(phrase)
      if (got?.class === rule.class) return []
      return [failure(rule.id, phrase, `wants ${rule.class}`, got ? `${got.class} (${got.rule})` : 'a number')]
    }),
  )
  expect(failures).toEqual([])
})

test('no counter-example of these rules is set aside by its rule', () => {
  const failures = notStatistics.flatMap(rule =>
    rule.counterExamples.flatMap(phrase =>
      setAside(phrase)?.rule === rule.id ? [failure(rule.id, phrase, 'must stay a number', rule.id)] : [],
    ),
  )
  expect(failures).toEqual([])
})

test('every rule for numbers that are no statistics is hit in one of its own examples', () => {
  const dead = notStatistics.filter(rule => !rule.examples.some(phrase => setAside(phrase)?.rule === rule.id))
  expect(dead.map(rule => rule.id)).toEqual([])
})

test('every example of a period is read as one period', () => {
  const failures = periods.flatMap(rule =>
    rule.examples.flatMap(phrase => {
      const times = termsOf(phrase).filter(term => term.time)
      return times.length === 1 ? [] : [failure(rule.reads, phrase, 'wants one period', String(times.length))]
    }),
  )
  expect(failures).toEqual([])
})

test('no counter-example of a period is read as one', () => {
  const failures = periods.flatMap(rule =>
    rule.counterExamples.flatMap(phrase =>
      termsOf(phrase).some(term => term.time) ? [failure(rule.reads, phrase, 'names no period', 'one')] : [],
    ),
  )
  expect(failures).toEqual([])
})
