import { type Element, type Test, WILDCARD_LIMIT } from './pattern.ts'
import type { TagTable } from './tags.ts'

const testText = (t: Test, tags: TagTable): string => {
  switch (t.kind) {
    case 'any':
      return '.'
    case 'tag':
      return `#${tags.name(t.tag)}`
    case 'phrase':
      return t.key
    case 'regex':
      return `/${t.regex.source}/`
    case 'and':
      return `(${t.tests.map(e => elementText(e, tags)).join(' && ')})`
    case 'or':
      return `(${t.choices.map(c => c.map(e => elementText(e, tags)).join(' ')).join('|')})`
  }
}

const countText = ({ min, max }: Element): string => {
  if (min === 1 && max === 1) return ''
  if (min === 0 && max === 1) return '?'
  if (min === 1 && max === WILDCARD_LIMIT) return '+'
  return min === max ? `{${min}}` : `{${min},${max}}`
}

/** An element in the syntax of patterns, its words folded: `!#Tag`, `.{0,5}`, `(#A|lai rong)?`, `[#Quantity]`. */
export const elementText = (e: Element, tags: TagTable): string => {
  const plural = e.test.kind === 'phrase' && e.test.key.includes(' ') && countText(e) !== ''
  const text = testText(e.test, tags)
  const body = `${e.negative ? '!' : ''}${plural ? `(${text})` : text}${countText(e)}`
  if (e.group === null) return body
  return /^\d+$/.test(e.group) ? `[${body}]` : `[<${e.group}>${body}]`
}
