import nlp from 'compromise/one'
import { fold } from '../repair/fold.ts'
import { regexFault } from './linear-regex.ts'
import { addTag, emptyTags, type TagBits, type TagTable } from './tags.ts'

/**
 * The patterns of rules are written in compromise's match syntax (docs/rules.md). compromise parses them; they are run by
 * `match.ts` over our own terms, so that none of compromise's English knowledge is ever applied (docs/decisions/001).
 */
export type Test =
  | { readonly kind: 'tag'; readonly tag: number }
  /** Words as a folded phrase, whether the lexicon made one term of them or several. */
  | { readonly kind: 'phrase'; readonly key: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'regex'; readonly regex: RegExp }
  | { readonly kind: 'or'; readonly choices: readonly (readonly Element[])[]; readonly oneOf: OneOf | null }
  | { readonly kind: 'and'; readonly tests: readonly Element[] }

/** Choices that are single tags and words only, as one look at a term tells. */
export interface OneOf {
  readonly tags: TagBits
  readonly keys: ReadonlySet<string>
}

export interface Element {
  readonly test: Test
  readonly negative: boolean
  readonly min: number
  readonly max: number
  readonly group: string | null
}

export interface Pattern {
  readonly source: string
  readonly elements: readonly Element[]
  /** The element that stands for the number itself (`[#Quantity]`), if the pattern has one, and what surrounds it. */
  readonly target: Element | null
  /** Elements before the target, nearest first. */
  readonly before: readonly Element[]
  readonly after: readonly Element[]
  readonly anchoredStart: boolean
  readonly anchoredEnd: boolean
  /** Tags without which it can never match. */
  readonly required: TagBits
}

/** What `.` and `*` may skip at most, so that every pattern runs in bounded time. */
export const WILDCARD_LIMIT = 24

interface Reg {
  word?: string
  tag?: string
  anything?: boolean
  regex?: RegExp
  choices?: Reg[][]
  /** Alternatives that are single words. */
  fastOr?: Set<string>
  operator?: 'or' | 'and'
  optional?: boolean
  negative?: boolean
  greedy?: boolean
  min?: number
  max?: number
  group?: string
  start?: boolean
  end?: boolean
}

export class PatternError extends Error {}

const parseMatch = (source: string): Reg[] => (nlp as unknown as { parseMatch(s: string): Reg[] }).parseMatch(source)

/**
 * Compiles a pattern.
 * @throws PatternError for an unknown tag or an element that is not part of the documented syntax
 */
export const compile = (source: string, tags: TagTable): Pattern => {
  // compromise strips some of the accents of words; folding the source first makes every word a matching key
  if (/["~]/.test(source)) throw new PatternError(`fuzzy and quoted words in ${source} are not supported`)
  const parsed = parseMatch(foldWords(source))
  // `$` and `^` may stand alone or on an element
  const regs = parsed.filter(reg => Object.keys(reg).some(k => k !== 'start' && k !== 'end'))
  if (regs.length === 0) throw new PatternError('the pattern is empty')
  const elements = joinPhrases(regs.map(reg => element(reg, tags, source)))
  const targets = elements.flatMap((e, i) => (e.group !== null && /^\d+$/.test(e.group) ? [i] : []))
  if (targets.length > 1) throw new PatternError('more than one [target]')
  const at = targets[0] ?? -1
  const required = new Int32Array(tags.none.length)
  for (const e of elements) if (e.min > 0 && !e.negative) requireTags(e.test, required)
  return {
    source,
    elements,
    target: elements[at] ?? null,
    before: elements.slice(0, Math.max(at, 0)).reverse(),
    after: elements.slice(at + 1),
    anchoredStart: parsed[0]?.start === true,
    anchoredEnd: parsed.at(-1)?.end === true,
    required,
  }
}

/** Words that stand side by side are one phrase, so that it does not matter which of them the lexicon joins to one term. */
const joinPhrases = (elements: readonly Element[]): Element[] => {
  const joined: Element[] = []
  for (const e of elements) {
    const last = joined.at(-1)
    if (last?.test.kind === 'phrase' && e.test.kind === 'phrase' && isPlain(last) && isPlain(e))
      joined[joined.length - 1] = { ...last, test: { kind: 'phrase', key: `${last.test.key} ${e.test.key}` } }
    else joined.push(e)
  }
  return joined
}

const isPlain = (e: Element) => !e.negative && e.min === 1 && e.max === 1 && e.group === null

const foldWords = (source: string): string =>
  source.replace(
    /(#\w+)|(<\w+>)|([\p{L}\p{M}]+)/gu,
    (_, tag?: string, group?: string, word?: string) => tag ?? group ?? fold(word ?? ''),
  )

const element = (reg: Reg, tags: TagTable, source: string): Element => {
  const unbounded = reg.greedy === true && reg.max === undefined
  const min = reg.min ?? (reg.optional ? 0 : 1)
  const max = reg.max ?? (unbounded ? WILDCARD_LIMIT : 1)
  return {
    test: test(reg, tags, source),
    negative: reg.negative === true,
    min,
    max: Math.min(max, WILDCARD_LIMIT),
    group: reg.group ?? null,
  }
}

const test = (reg: Reg, tags: TagTable, source: string): Test => {
  if (reg.anything) return { kind: 'any' }
  if (reg.tag !== undefined) {
    if (!tags.has(reg.tag)) throw new PatternError(`unknown tag #${reg.tag} in ${source}`)
    return { kind: 'tag', tag: tags.id(reg.tag) }
  }
  if (reg.word !== undefined) {
    // compromise takes a group apart that has both blanks and a count
    if (/[()[\]{}|]/.test(reg.word))
      throw new PatternError(`${reg.word} in ${source} cannot be parsed; give the group's words a tag`)
    return { kind: 'phrase', key: reg.word }
  }
  if (reg.regex instanceof RegExp) {
    const fault = regexFault(reg.regex.source)
    if (fault) throw new PatternError(`${reg.regex} in ${source} may take long: ${fault}`)
    return { kind: 'regex', regex: reg.regex }
  }
  if (reg.fastOr) return or([...reg.fastOr].map(word => [element({ word }, tags, source)]))
  if (reg.choices && reg.operator === 'and')
    return { kind: 'and', tests: reg.choices.flat().map(r => element(r, tags, source)) }
  if (reg.choices) return or(reg.choices.map(c => joinPhrases(c.map(r => element(r, tags, source)))))
  throw new PatternError(`${JSON.stringify(reg)} in ${source} is not supported`)
}

const or = (choices: readonly (readonly Element[])[]): Test => ({ kind: 'or', choices, oneOf: oneOf(choices) })

const oneOf = (choices: readonly (readonly Element[])[]): OneOf | null => {
  const tags = emptyTags()
  const keys = new Set<string>()
  for (const [only, ...others] of choices) {
    if (only === undefined || others.length > 0 || only.negative) return null
    if (only.test.kind === 'tag') addTag(tags, only.test.tag)
    else if (only.test.kind === 'phrase' && !only.test.key.includes(' ')) keys.add(only.test.key)
    else return null
  }
  return { tags, keys }
}

const requireTags = (t: Test, into: TagBits): void => {
  if (t.kind === 'tag') addTag(into, t.tag)
  if (t.kind === 'and') for (const e of t.tests) if (!e.negative) requireTags(e.test, into)
}
