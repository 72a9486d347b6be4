/**
 * The language of check rules: `left = right` or `left <= right` over indicators, with `+ - * /`, `sum(…)` over a split and
 * `(… | …)` for what may stand there, tried in order. What a term leaves out it shares with the left side. See docs/checks.md.
 */
export interface Formula {
  readonly left: TermSpec
  readonly relation: '=' | '<='
  /** The ways to read the right side, in the order in which they are tried. */
  readonly variants: readonly FormulaNode[]
}

export type FormulaNode =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'term'; readonly term: TermSpec }
  | { readonly kind: 'sum'; readonly of: FormulaNode }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: FormulaNode; readonly right: FormulaNode }

export type Operator = '+' | '-' | '*' | '/'

/** One figure of a formula, said by how it differs from the left side's. */
export interface TermSpec {
  /** A code, `@` for the left side's indicator, `parent` for one that it is a part of. */
  readonly indicator: string
  readonly measure: 'level' | 'completion' | 'share' | 'change' | 'growth'
  readonly time: 'same' | 'before' | 'plan' | 'year' | 'so-far'
  readonly sector: 'same' | 'total' | 'each'
  readonly per: 'any' | 'month' | 'yearly' | 'organisation' | 'person' | 'none'
}

const MODIFIERS: Readonly<Record<string, Partial<TermSpec>>> = {
  completion: { measure: 'completion' },
  share: { measure: 'share' },
  change: { measure: 'change' },
  growth: { measure: 'growth' },
  before: { time: 'before' },
  plan: { time: 'plan' },
  year: { time: 'year' },
  'so far': { time: 'so-far' },
  total: { sector: 'total' },
  each: { sector: 'each' },
  month: { per: 'month' },
  yearly: { per: 'yearly' },
  'per organisation': { per: 'organisation' },
  'per person': { per: 'person' },
  plain: { per: 'none' },
}

export class FormulaError extends Error {}

const TOKEN = /\s*(?:(<=|[=+\-*/()|?])|(\d+(?:\.\d+)?)|([@a-z][a-z_]*)(?:\[([^\]]*)\])?)/y

interface Token {
  readonly sign: string | null
  readonly number: number | null
  readonly name: string | null
  readonly modifiers: readonly string[]
}

/** @throws FormulaError that says what was found and what was expected */
export const parseFormula = (source: string): Formula => {
  const tokens = tokensOf(source)
  let at = 0
  const sign = (...wanted: readonly string[]): string | null => {
    const found = tokens[at]?.sign ?? null
    if (found === null || !wanted.includes(found)) return null
    at++
    return found
  }

  /** Every way to read a sum, those with its optional terms first. */
  const sum = (): FormulaNode[] => {
    let ways = product()
    for (let s = sign('+', '-'); s !== null; s = sign('+', '-')) {
      const operator = s === '+' ? '+' : '-'
      const right = product()
      const optional = sign('?') !== null
      const whole = ways.flatMap(l => right.map(r => operation(operator, l, r)))
      ways = optional ? [...whole, ...ways] : whole
    }
    return ways
  }
  const product = (): FormulaNode[] => {
    let ways = factor()
    for (let s = sign('*', '/'); s !== null; s = sign('*', '/')) {
      const operator = s === '*' ? '*' : '/'
      const right = factor()
      ways = ways.flatMap(l => right.map(r => operation(operator, l, r)))
    }
    return ways
  }
  const factor = (): FormulaNode[] => {
    const token = tokens[at++]
    if (token === undefined) throw new FormulaError('the formula ends where a term was expected')
    if (token.number !== null) return [{ kind: 'number', value: token.number }]
    if (token.name === 'sum') {
      if (sign('(') === null) throw new FormulaError('sum needs a bracket: sum(…)')
      const ways = sum()
      if (sign(')') === null) throw new FormulaError('the bracket of sum(…) is not closed')
      return ways.map(of => ({ kind: 'sum', of }))
    }
    if (token.name !== null) return [{ kind: 'term', term: termOf(token.name, token.modifiers) }]
    if (token.sign !== '(') throw new FormulaError(`found "${token.sign}" where a term was expected`)
    const ways = [...sum()]
    while (sign('|') !== null) ways.push(...sum())
    if (sign(')') === null) throw new FormulaError('a bracket is not closed')
    return ways
  }

  const [left] = factor()
  if (left?.kind !== 'term') throw new FormulaError('the left side is one figure')
  const relation = sign('=', '<=')
  if (relation === null) throw new FormulaError('found no = or <= behind the left side')
  const variants = sum()
  if (at < tokens.length) throw new FormulaError('found more behind the end of the formula')
  return { left: left.term, relation: relation === '=' ? '=' : '<=', variants }
}

const operation = (operator: Operator, left: FormulaNode, right: FormulaNode): FormulaNode => ({
  kind: 'operation',
  operator,
  left,
  right,
})

const termOf = (indicator: string, modifiers: readonly string[]): TermSpec => {
  const plain: TermSpec = { indicator, measure: 'level', time: 'same', sector: 'same', per: 'any' }
  const changes = modifiers.map(modifier => {
    const change = MODIFIERS[modifier]
    if (change !== undefined) return change
    throw new FormulaError(`found [${modifier}], expected one of ${Object.keys(MODIFIERS).join(', ')}`)
  })
  return Object.assign(plain, ...changes)
}

const tokensOf = (source: string): Token[] => {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  for (let at = 0; at < source.trimEnd().length; at = TOKEN.lastIndex) {
    const found = TOKEN.exec(source)
    if (found === null) throw new FormulaError(`cannot read "${source.slice(at).trim()}"`)
    const [, sign = null, number, name = null, modifiers] = found
    tokens.push({
      sign,
      number: number === undefined ? null : Number(number),
      name,
      modifiers: modifiers === undefined ? [] : modifiers.split(',').map(m => m.trim()),
    })
  }
  return tokens
}

/** The indicators that a formula names. */
export const indicatorsIn = ({ left, variants }: Formula): ReadonlySet<string> =>
  new Set([left, ...variants.flatMap(termsIn)].map(t => t.indicator).filter(code => code !== '@' && code !== 'parent'))

const termsIn = (node: FormulaNode): TermSpec[] => {
  switch (node.kind) {
    case 'number':
      return []
    case 'term':
      return [node.term]
    case 'sum':
      return termsIn(node.of)
    case 'operation':
      return [...termsIn(node.left), ...termsIn(node.right)]
  }
}
