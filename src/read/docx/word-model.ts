import mammoth from 'mammoth'
import type { StyleFonts } from './style-fonts.ts'

/** The parts of mammoth's document model (1.13) that carry text; unknown types have only their type. */
export type WordNode =
  | {
      readonly type: 'paragraph' | 'hyperlink'
      readonly styleId?: string | null
      readonly children: readonly WordNode[]
    }
  | {
      readonly type: 'run'
      readonly verticalAlignment: string
      readonly font: string | null
      readonly styleId?: string | null
      readonly children: readonly WordNode[]
    }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'tab' | 'image' | 'commentReference' }
  | { readonly type: 'checkbox'; readonly checked: boolean }
  | { readonly type: 'break'; readonly breakType: 'line' | 'page' | 'column' }
  | { readonly type: 'noteReference'; readonly noteType: string; readonly noteId: string }
  | { readonly type: 'bookmarkStart'; readonly name: string }
  | WordTable

export interface WordTable {
  readonly type: 'table'
  readonly children: readonly { readonly type: 'tableRow'; readonly children: readonly WordCell[] }[]
}

export interface WordCell {
  readonly type: 'tableCell'
  readonly colSpan: number
  readonly rowSpan: number
  readonly children: readonly WordNode[]
}

interface WordNoteReference {
  readonly noteType: string
  readonly noteId: string
}

export interface WordDocument {
  readonly children: readonly WordNode[]
  /** Headers and footers of all sections, one after the other; they may repeat each other. */
  readonly running?: readonly WordNode[]
  /** The fonts of its styles; runs without a font of their own have these. */
  readonly styleFonts?: StyleFonts
  readonly notes: { resolve(reference: WordNoteReference): { readonly body: readonly WordNode[] } | null }
}

/** The document model of a .docx with the library's warnings, or why it can't be read. */
export type WordResult =
  | { readonly document: WordDocument; readonly warnings: readonly string[] }
  | { readonly error: string }

/** Opens a .docx through mammoth, which gives its model away on the way to HTML; no HTML is made. */
export async function openWord(docx: Buffer): Promise<WordResult> {
  let document: WordDocument | null = null
  try {
    const result = await mammoth.convertToHtml(
      { buffer: docx },
      {
        transformDocument: (read: WordDocument) => {
          document = read
          return { ...read, children: [] }
        },
      },
    )
    if (document === null) return { error: 'no document' }
    return { document, warnings: result.messages.map(message => message.message) }
  } catch (error) {
    return { error: error instanceof Error ? (error.message.split('\n', 1)[0]?.slice(0, 200) ?? '') : String(error) }
  }
}
