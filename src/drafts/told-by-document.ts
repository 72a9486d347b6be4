import type { DocumentHeader } from '../contract/index.ts'
import { lexBlock, writingOf } from '../lex/lex-block.ts'
import { textTime } from '../observe/text-time.ts'
import type { Block } from '../outline/block.ts'
import { findReferences } from '../outline/header/references.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { Draft, Excerpt } from './draft.ts'
import { cellText } from './draft.ts'

type Told = Draft['document']

/**
 * What a document says of itself that places of it are read against.
 * @param text of the document, repaired, which the blocks are of
 */
export const toldByDocument = (
  header: DocumentHeader,
  text: string,
  blocks: readonly Block[],
  rules: RuleSet,
): Told => {
  const { kind, title, issued, reports, plans, area } = header
  const writing = writingOf(text, rules)
  const running = blocks.filter(b => b.zone === 'body' && b.kind !== 'row' && /\d/.test(b.content.text))
  const { horizon, dated, asOf } = textTime(
    running.map(b => lexBlock(b.content, findReferences(b.content), rules, writing).terms),
    header,
    rules,
  )
  return {
    ...{ kind, title, issued, reports, plans, area, horizon, dated, asOf },
    ...{ numbers: writing.convention, marksLost: writing.damaged, names: [] },
  }
}

/** A bracket that may give a name to what stands before it, with some words of that. */
const GIVEN = /[^.;:\n()]{0,110}\((?:[^()\n]{0,30}\s)?["“]?(\p{L}[\p{L}.&-]*(?: [\p{L}.&-]+){0,4})["”]?\)/giu

/** Where a document gives names that an excerpt uses. */
export const namesUsed = (text: string, { above, example, table }: Excerpt, rules: RuleSet): string[] => {
  const words = [
    ...above.map(a => a.text),
    example ?? '',
    ...(table?.caption ?? []),
    ...(table?.rows.flat().map(cellText) ?? []),
  ]
  const used = words.join('\n')
  const given = new Map<string, string>()
  for (const { 0: phrase, 1: name = '' } of text.matchAll(GIVEN))
    if (!given.has(name) && used.includes(name) && writingOf(phrase, rules).names !== null)
      given.set(name, phrase.trim().replaceAll(/\s+/g, ' '))
  return [...given.values()]
}
