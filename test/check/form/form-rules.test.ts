import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { ProcedureRule } from '../../../src/check/check-rule.ts'
import { FORM_CHECKS } from '../../../src/check/form/form-checks.ts'
import { DOCUMENTS, extractionOf, fixture } from '../../extract/fixtures.ts'

const RULES = z
  .array(ProcedureRule)
  .parse(parse(readFileSync(new URL('../../../rules/checks/form.yaml', import.meta.url), 'utf8')))

const checkOf = (by: string) => FORM_CHECKS[by] ?? expect.fail(`no check ${by}`)

it('has one rule for every check of the form', () => {
  expect(RULES.map(rule => rule.by).sort()).toEqual(Object.keys(FORM_CHECKS).sort())
})

describe.each(RULES.map(rule => [rule.id, rule] as const))('%s', (id, { by, message, examples }) => {
  it.each(examples.fails)('is raised by %j', async text => {
    const findings = checkOf(by)(await extractionOf(text))
    expect(findings.map(({ check }) => check)).toEqual([id])
  })

  it.each(examples.holds)('is not raised by %j', async text => {
    expect(checkOf(by)(await extractionOf(text))).toEqual([])
  })

  it('has words for every blank of its message', async () => {
    const [finding] = checkOf(by)(await extractionOf(examples.fails[0] ?? ''))
    for (const text of [message.vi, message.en])
      for (const [, name = ''] of text.matchAll(/\{(\w+)\}/g)) expect(finding?.words[name]).toMatch(/\S/)
  })
})

it('copies the words of an expression from where they stand', async () => {
  for (const path of DOCUMENTS.filter(path => path.startsWith('gold/'))) {
    const extraction = await extractionOf(fixture(path))
    for (const check of Object.values(FORM_CHECKS))
      for (const piece of check(extraction).flatMap(({ expression }) => expression))
        if (typeof piece !== 'string')
          expect(extraction.text.slice(piece.start, piece.end).replace(/\s+/g, ' ')).toBe(piece.text)
  }
})
