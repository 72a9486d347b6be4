import type { Evidence, Extraction } from '../contract/index.ts'
import type { Block } from '../outline/block.ts'
import { buildBlocks } from '../outline/blocks.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { type Draft, type Excerpt, NO_STATISTIC } from './draft.ts'
import { expectedOf, judgeDraft } from './judge-draft.ts'
import { blockAt, proseExcerpts } from './prose-excerpts.ts'
import { type ReadableDocument, readableDocument } from './readable-document.ts'
import { tableExcerpts } from './table-excerpts.ts'
import { namesUsed, toldByDocument } from './told-by-document.ts'

/** What a draft says of a place: all but what is right there and where it came from. */
export type PlaceDraft = Pick<Draft, 'document' | 'above' | 'example' | 'table'>

/**
 * The shortest excerpt of a document that rules read as they read the whole document at a place; where they read none so, the longest.
 * @param id of the machine's observation there; one that it does not give stands for a place that it read nothing at
 * @returns null where no words stand at the place
 */
export const placeDraft = (
  extraction: Extraction,
  id: string,
  evidence: Evidence,
  rules: RuleSet,
): { readonly draft: PlaceDraft; readonly faithful: boolean } | null => {
  const readable = readableDocument(extraction)
  const blocks = buildBlocks(readable.source)
  const { text } = readable.source
  const excerpts = excerptsAt(extraction, evidence, readable, blocks)
  const longest = excerpts.at(-1)
  if (longest === undefined) return null
  const told = toldByDocument(extraction.document, text, blocks, rules)
  const machine = extraction.observations.find(o => o.id === id)
  const expected = machine === undefined ? NO_STATISTIC : expectedOf(machine)
  const draftOf = (excerpt: Excerpt): PlaceDraft => ({
    document: { ...told, names: namesUsed(text, excerpt, rules) },
    ...excerpt,
  })
  const faithful = excerpts.map(draftOf).find(draft => judgeDraft({ ...draft, expected }, rules).handled)
  return { draft: faithful ?? draftOf(longest), faithful: faithful !== undefined }
}

const excerptsAt = (
  { tables }: Extraction,
  evidence: Evidence,
  { source, forward }: ReadableDocument,
  blocks: readonly Block[],
): Excerpt[] => {
  if (evidence.start === evidence.end) return []
  const { cell } = evidence
  const table = tables.find(({ id }) => id === cell?.table)
  if (cell !== null && table !== undefined) {
    const [first] = [...table.header, ...table.rows].flat()
    return tableExcerpts(blocks, first === undefined ? 0 : forward(first).start, table, cell)
  }
  const place = forward(evidence)
  const block = blockAt(blocks, place)
  const isBlank = source.text.slice(place.start, place.end).trim() === ''
  return block === null || isBlank ? [] : proseExcerpts(blocks, block, place)
}
