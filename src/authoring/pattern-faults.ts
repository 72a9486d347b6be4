import { vocabularyOf } from '../lex/vocabulary.ts'
import { STEP_LIMIT } from '../rules/match.ts'
import { compile, type Pattern, PatternError } from '../rules/pattern.ts'
import { stepBound } from '../rules/step-bound.ts'
import { TagTable } from '../rules/tags.ts'
import type { CataloguedRule, RuleCatalogue, WrittenPattern } from './rule-catalogue.ts'
import type { RuleFault } from './rule-fault.ts'

/** What is wrong with patterns: what cannot be compiled, names no number, or may give up at the limit of steps. */
export const patternFaults = ({ rules, lexicon }: RuleCatalogue): RuleFault[] => {
  const tags = new TagTable()
  vocabularyOf(tags)
  for (const { tag, also } of lexicon) for (const t of [tag, ...also]) tags.id(t)
  return rules.flatMap(rule =>
    rule.patterns.flatMap(written => {
      const compiled = compiledOr(written, tags)
      if (compiled instanceof PatternError)
        return [fault(rule, written, 'pattern', compiled.message, 'a pattern of docs/rules.md', 'correct it')]
      const faults: RuleFault[] = []
      if (written.number && compiled.target === null)
        faults.push(fault(rule, written, 'pattern', `${written.text} marks no number`, 'the number in [ ]', 'mark it'))
      const steps = stepBound(compiled)
      if (steps > STEP_LIMIT) {
        const found = `${written.text} may take ${steps} steps`
        faults.push(fault(rule, written, 'time', found, `${STEP_LIMIT} at most`, 'shorten its wildcards or split it'))
      }
      return faults
    }),
  )
}

const compiledOr = ({ text }: WrittenPattern, tags: TagTable): Pattern | PatternError => {
  try {
    return compile(text, tags)
  } catch (error) {
    if (error instanceof PatternError) return error
    throw error
  }
}

const fault = (
  { file, id }: CataloguedRule,
  { line }: WrittenPattern,
  check: RuleFault['check'],
  found: string,
  expected: string,
  cure: string,
): RuleFault => ({ check, file, line, rule: id, found, expected, cure })
