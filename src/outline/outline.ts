import type { OutlineNode } from '../contract/index.ts'
import type { SourceDocument } from '../read/source-document.ts'
import type { Block } from './block.ts'

const LONGEST_TITLE = 160
const LONGEST_LEAD = 80

/**
 * The tree of a document's sections: its headings, and the list items that others stand under or that carry a number.
 * Annexes are nodes on the top level. Spans cover a heading with its marker, in offsets into `document.text`.
 */
export const buildOutline = (blocks: readonly Block[], document: SourceDocument): OutlineNode[] => {
  const roots: OutlineNode[] = []
  const nodes = new Map<number, OutlineNode>()
  const parents = new Set(blocks.map(block => block.parent))
  blocks.forEach((block, index) => {
    if (block.zone !== 'body' || block.level === null || !isSection(block, parents.has(index))) return
    const node = toNode(block, document.text.length)
    nodes.set(index, node)
    const above = nearestNode(blocks, nodes, block.parent)
    if (above === null) roots.push(node)
    else above.children.push(node)
  })
  return roots
}

const isSection = (block: Block, hasChildren: boolean): boolean => {
  if (block.kind === 'heading') return true
  return hasChildren || (block.level !== 'dash' && block.level !== 'plus')
}

const nearestNode = (
  blocks: readonly Block[],
  nodes: ReadonlyMap<number, OutlineNode>,
  from: number | null,
): OutlineNode | null => {
  for (let at = from; at !== null; at = blocks[at]?.parent ?? null) {
    const node = nodes.get(at)
    if (node !== undefined) return node
  }
  return null
}

const toNode = ({ level, label, labelSpan, content }: Block, length: number): OutlineNode => {
  const start = labelSpan?.start ?? content.starts[0] ?? 0
  const end = content.ends.at(-1) ?? labelSpan?.end ?? start
  return {
    level: level ?? 'dash',
    label: label ?? '',
    title: shortTitle(content.text),
    start,
    end: Math.min(end, length),
    children: [],
  }
}

/** The words before the colon of an item, or its beginning, where it holds running text. */
const shortTitle = (text: string): string => {
  if (text.length <= LONGEST_TITLE) return text
  const lead = text.slice(0, LONGEST_LEAD + 1).indexOf(':')
  if (lead > 0) return text.slice(0, lead)
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST_TITLE))} …`
}
