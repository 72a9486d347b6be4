import { raisedDigits } from '../raised-digits.ts'
import type { FontInk } from './font-ink.ts'
import { labelOfBookmark } from './label-paragraphs.ts'
import type { StyleFonts } from './style-fonts.ts'
import type { WordNode } from './word-model.ts'

/** What one paragraph says. */
export interface ParagraphText {
  /** The lines between line breaks inside the paragraph; the first begins with the list label. */
  readonly lines: readonly string[]
  /** The list label that Word would show, with its space; null outside of lists. */
  readonly label: string | null
}

/** Parts of a document that a paragraph points to or holds besides its text, and what its text is set in. */
export interface Aside {
  readonly ink: FontInk
  readonly styleFonts: StyleFonts
  readonly notes: { readonly noteType: string; readonly noteId: string }[]
  images: number
}

const LINE_BREAKS = /\r\n|[\n\r\f\v\u2028\u2029]/

/** The text of a paragraph as Word shows it, without the marks of footnotes, which would run into the number before them. */
export function paragraphText(nodes: readonly WordNode[], aside: Aside): ParagraphText {
  let text = ''
  let label: string | null = null
  let isRaised = false
  let font: string | null = null
  let paragraphFont: string | null = null
  const runs: [text: string, font: string | null][] = []
  const visit = (node: WordNode): void => {
    switch (node.type) {
      case 'text':
        text += isRaised ? raisedDigits(node.value) : node.value
        runs.push([node.value, font])
        break
      case 'tab':
        text += '\t'
        break
      case 'break':
        text += '\n'
        break
      case 'checkbox':
        text += node.checked ? '☒' : '☐'
        runs.push(['☐', null])
        break
      case 'noteReference':
        aside.notes.push(node)
        break
      case 'image':
        aside.images++
        break
      case 'bookmarkStart':
        label ??= labelOfBookmark(node.name)
        break
      case 'run':
        isRaised = node.verticalAlignment === 'superscript'
        font = node.font ?? aside.styleFonts.ofRun(node.styleId ?? null) ?? paragraphFont
        node.children.forEach(visit)
        isRaised = false
        font = null
        break
      case 'paragraph':
        paragraphFont = aside.styleFonts.ofParagraph(node.styleId ?? null)
        node.children.forEach(visit)
        break
      case 'hyperlink':
        node.children.forEach(visit)
        break
    }
  }
  nodes.forEach(visit)
  if (text.trim() === '') return { lines: text.split(LINE_BREAKS), label: null }
  aside.ink.add(label ?? '', null)
  for (const [written, of] of runs) aside.ink.add(written, of)
  return { lines: ((label ?? '') + text).split(LINE_BREAKS), label }
}
