import { xmlTags } from './xml-tags.ts'

/** Word nests tables in tables, and fields in both, to a few dozen levels. */
const MAX_DEPTH = 250

/**
 * What keeps an XML text from being parsed safely, null if nothing does. Parsers take minutes over text that never closes
 * what it opens, and run out of stack over elements nested by the thousand; this tells both in one pass.
 */
export function xmlDefect(xml: string): string | null {
  const open: string[] = []
  const tags = xmlTags(xml)
  let step = tags.next()
  for (; !step.done; step = tags.next()) {
    const { kind, name } = step.value
    if (kind === 'open') open.push(name)
    else if (kind === 'close' && open.pop() !== name) return `</${name}> closes nothing`
    if (open.length > MAX_DEPTH) return `elements nested deeper than ${MAX_DEPTH}`
  }
  const last = open.at(-1)
  return last !== undefined ? `<${last}> is not closed` : step.value ? null : 'not well-formed'
}
