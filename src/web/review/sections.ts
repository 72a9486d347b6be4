import type { OutlineLevel, OutlineNode } from '../../contract/index.ts'

/** A heading under which records stand. */
export interface Section {
  readonly start: number
  /** `2. Hợp tác xã` */
  readonly title: string
  /** The headings above it, the outermost first. */
  readonly above: readonly string[]
}

/** Items of lists are no headings. */
const HEADINGS: ReadonlySet<OutlineLevel> = new Set([
  ...(['annex', 'part', 'chapter', 'article', 'capital', 'roman', 'arabic', 'decimal'] as const),
])

const titleOf = ({ label, title }: OutlineNode): string =>
  (title.startsWith(label) ? title : `${label} ${title}`).trim()

const walk = (nodes: readonly OutlineNode[], above: readonly string[]): readonly Section[] =>
  nodes.flatMap(node => {
    if (!HEADINGS.has(node.level)) return walk(node.children, above)
    const title = titleOf(node)
    return [{ start: node.start, title, above }, ...walk(node.children, [...above, title])]
  })

/** The headings of a document in the order of its text. */
export const sectionsOf = (outline: readonly OutlineNode[]): readonly Section[] =>
  [...walk(outline, [])].sort((a, b) => a.start - b.start)

/** The last heading that begins at or before an offset; undefined before the first. */
export const sectionAt = (sections: readonly Section[], offset: number): Section | undefined => {
  let low = 0
  let high = sections.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sections[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return sections[low - 1]
}
