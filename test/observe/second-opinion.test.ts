import { describe, expect, it } from 'vitest'
import type { Judge } from '../../src/learned/model.ts'
import { observePhrase, RULES } from '../support/phrase.ts'

/** Always of one opinion, as sure as it is told to be. */
const always = (label: string, margin: number): Judge => ({
  judge: (_, __, mayBe) => (mayBe(label) ? { label, margin } : null),
})

const heard = (text: string, learned: Judge) => observePhrase(text, { ...RULES, learned })[0]

const BY_RULE = 'Toàn tỉnh có 20 hợp tác xã thành lập mới.'
const BY_UNIT = 'Bà con phấn khởi với 350 triệu đồng.'

describe('the second opinion on what a number measures', () => {
  it('is followed against a rule only where it is very sure', () => {
    expect(heard(BY_RULE, always('organisations_supported', 10_000))).toMatchObject({
      indicator: 'organisations_supported',
      because: { indicator: { from: 'learned' } },
    })
    expect(heard(BY_RULE, always('organisations_supported', 100))).toMatchObject({
      indicator: 'organisations_new',
      because: { indicator: { from: 'rule', contradicted: 'organisations_supported' } },
    })
  })
  it('is followed sooner where no rule named the indicator', () => {
    expect(heard(BY_UNIT, always('revenue', 100))?.indicator).toBe('revenue')
    expect(heard(BY_UNIT, always('revenue', 1))?.indicator).toBe('money_other')
  })
  it('leaves alone what it agrees with', () => {
    expect(heard(BY_RULE, always('organisations_new', 10_000))).toEqual(observePhrase(BY_RULE)[0])
  })
  it('never gives a number an indicator of another unit', () => {
    expect(heard(BY_RULE, always('revenue', 10_000))).toEqual(observePhrase(BY_RULE)[0])
  })
})
