import { lexBlock, writingOf } from '../lex/lex-block.ts'
import { repairSpans } from '../repair/repair-spans.ts'
import type { Element, Test } from '../rules/pattern.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { hasTag, type TagBits } from '../rules/tags.ts'

/**
 * How much an element of a pattern says: the fewer of the rules' own examples hold it, the more (squared inverse document
 * frequency).
 */
export interface Weights {
  of(element: Element): number
  /** Of one that a single example holds. */
  readonly rarest: number
}

const made = new WeakMap<RuleSet, Weights>()

/** An example as patterns see it: its tags, and its words with blanks around each. */
interface Example {
  readonly tags: readonly TagBits[]
  readonly words: string
}

const exampleOf = (phrase: string, rules: RuleSet): Example => {
  const text = phrase.replaceAll(/[[\]]/g, '')
  const { terms } = lexBlock(repairSpans(text, [{ start: 0, end: text.length }]), [], rules, writingOf(text, rules))
  return { tags: [...new Set(terms.map(t => t.tags))], words: ` ${terms.map(t => t.key).join(' ')} ` }
}

/** The weights of the elements of a rule set's patterns. */
export const weightsOf = (rules: RuleSet): Weights => {
  const known = made.get(rules)
  if (known) return known
  const examples = rules.indicatorRules.flatMap(({ rule }) => rule.examples.map(e => exampleOf(e, rules)))
  const counted = new Map<string, number>()
  const weightBy = (name: string, holds: (e: Example) => boolean): number => {
    const times = counted.get(name) ?? examples.filter(holds).length
    counted.set(name, times)
    return Math.log(1 + examples.length / Math.max(1, times)) ** 2
  }
  const testWeight = (t: Test): number => {
    switch (t.kind) {
      case 'any':
      case 'regex':
        return 0
      case 'tag':
        return weightBy(`#${t.tag}`, e => e.tags.some(bits => hasTag(bits, t.tag)))
      case 'phrase':
        return weightBy(t.key, e => e.words.includes(` ${t.key} `))
      case 'and':
        return Math.max(...t.tests.map(elementWeight))
      case 'or':
        return Math.min(...t.choices.map(c => Math.max(...c.map(elementWeight))))
    }
  }
  // what must not stand says next to nothing by standing nowhere
  const elementWeight = (e: Element): number => (e.negative ? 0 : testWeight(e.test))
  const weights: Weights = { of: elementWeight, rarest: weightBy('', () => false) }
  made.set(rules, weights)
  return weights
}
