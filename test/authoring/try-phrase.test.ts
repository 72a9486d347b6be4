import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tryPhrase } from '../../src/authoring/try-phrase.ts'
import { observePhrase, RULES } from '../support/phrase.ts'

const PHRASE = 'Toàn tỉnh có 12 hợp tác xã vừa mở cửa hàng, tại 5 huyện'

test('the terms are given in order with their tags, as the words stand', () => {
  const { text, terms } = tryPhrase(PHRASE, RULES)
  expect(text).toBe(PHRASE)
  expect(terms.map(t => t.words.text).join(' ')).toBe(PHRASE.replace(',', ' ,'))
  expect(terms.find(t => t.words.text === 'hợp tác xã')).toEqual({
    words: { text: 'hợp tác xã', line: 1, column: 17, start: 16, end: 26 },
    key: 'hop tac xa',
    tags: ['Cooperative', 'Organisation'],
  })
})

test('each number is explained, also the one that is no statistic', () => {
  const { explanations } = tryPhrase(PHRASE, RULES)
  expect(explanations.map(e => [e.numeral.text, e.class, e.account.rule?.id ?? null])).toEqual([
    ['12', 'observation', null],
    ['5', 'other', 'other/places'],
  ])
  expect(explanations[0]?.candidates[0]).toMatchObject({ rule: 'organisations_other/described', chosen: true })
  expect(explanations[0]?.nearMisses.length).toBeGreaterThan(0)
})

test('brackets pick a number out, and are no part of the sentence', () => {
  const { text, explanations } = tryPhrase(PHRASE.replace('5', '[5]'), RULES)
  expect([text, explanations.map(e => e.numeral.text)]).toEqual([PHRASE, ['5']])
  expect(tryPhrase('[Toàn] tỉnh có 12 hợp tác xã', RULES).explanations).toEqual([])
})

test('a sentence is read as the examples of rules are, whatever it is', () => {
  const examples = RULES.indicatorRules.flatMap(r => r.rule.examples.map(e => e.replace(/[[\]]/g, '')))
  for (const phrase of examples.slice(0, 80)) {
    const tried = tryPhrase(phrase, RULES).explanations.flatMap(e => (e.observation ? [e.observation] : []))
    const read = observePhrase(phrase)
    expect([phrase, tried.map(o => [o.indicator, o.value])]).toEqual([phrase, read.map(d => [d.indicator, d.value])])
  }
  const word = fc.constantFrom(
    '12',
    '3,5%',
    'hợp tác xã',
    'tăng',
    ',',
    '(',
    ')',
    '2019',
    'hai',
    '[',
    ']',
    '/',
    '-',
    '\ud800',
    'đạt',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), words => {
      expect(tryPhrase(words.join(' '), RULES).terms.length).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 300 },
  )
})
