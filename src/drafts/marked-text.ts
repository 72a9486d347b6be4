import type { Span } from '../contract/index.ts'

/** Blanks for whatever breaks lines or cells; brackets mark numbers in drafts, so that those of the document become round. */
export const plain = (text: string): string => text.replaceAll(/\s/g, ' ').replaceAll('[', '(').replaceAll(']', ')')

/** A text with a stretch of it in square brackets; the blanks at its ends stay outside. */
export const withMark = (text: string, { start, end }: Span): string => {
  const inside = text.slice(start, end)
  const from = start + inside.length - inside.trimStart().length
  const to = start + inside.trimEnd().length
  return `${plain(text.slice(0, from))}[${plain(text.slice(from, to))}]${plain(text.slice(to))}`
}
