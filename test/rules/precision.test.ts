import { describe, expect, it } from 'vitest'
import { onCurve, precisionOf, UNMEASURED } from '../../src/rules/precision.ts'

const MEASURED = {
  rules: { 'organisations/total': [45, 50], 'members/counted': [1, 1] },
  origins: { indicator: { rule: [900, 1000], heading: [30, 100] } },
  curve: [
    [0.4, 0.2],
    [0.8, 0.7],
    [0.9, 0.95],
  ],
} satisfies Parameters<typeof precisionOf>[0]

describe('the measured precision of a reading', () => {
  it('is the share that was right, of a rule once it was seen often', () => {
    expect(precisionOf(MEASURED, 'indicator', 'rule', 'organisations/total')).toBeCloseTo(0.9)
    expect(precisionOf(MEASURED, 'indicator', 'heading')).toBeCloseTo(0.35, 1)
  })
  it('is that of its origin for a rule that was hardly seen, and a guess for what never was', () => {
    expect(precisionOf(MEASURED, 'indicator', 'rule', 'never/seen')).toBeCloseTo(0.9)
    expect(precisionOf(MEASURED, 'indicator', 'rule', 'members/counted')).toBeLessThan(0.95)
    expect(precisionOf(UNMEASURED, 'period', 'clause')).toBe(0.9)
  })
})

describe('the curve', () => {
  it('goes through its points and on between them', () => {
    expect(onCurve(MEASURED.curve, 0.8)).toBeCloseTo(0.7)
    expect(onCurve(MEASURED.curve, 0.6)).toBeCloseTo(0.45)
  })
  it('stays level beyond its ends, and changes nothing where there is none', () => {
    expect(onCurve(MEASURED.curve, 0.1)).toBe(0.2)
    expect(onCurve(MEASURED.curve, 1)).toBe(0.95)
    expect(onCurve([], 0.77)).toBe(0.77)
  })
})
