import type { Message } from '../../contract/index.ts'
import { type Problem, problem } from '../../problem.ts'
import type { ReadResult } from '../source-document.ts'
import { inflateParts } from './inflate-parts.ts'
import { labelParagraphs } from './label-paragraphs.ts'
import { readListDefinitions } from './list-definitions.ts'
import { readNumberedStyles } from './paragraph-styles.ts'
import { runningParts } from './running-parts.ts'
import { storedZip } from './stored-zip.ts'
import { readStyleFonts, type StyleFonts } from './style-fonts.ts'
import { lostContent, runningPartsUnread } from './word-messages.ts'
import { openWord, type WordNode } from './word-model.ts'
import { wordText } from './word-text.ts'
import { xmlDefect } from './xml-defect.ts'

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * Reads a Word document (.docx). One line a paragraph (path `p12`, counted from 1, empty ones too) or table row (`t2/r5`), in
 * the order of the body. Tables without data, which set the agency beside the national motto, are read as the paragraphs they
 * hold; labels of automatic lists stand at the beginning of their paragraphs; footnotes follow the body (`n1`), then headers and
 * footers (`h1`), each text once, as running heads and page numbers. Text that was deleted under change tracking is left out.
 * Problems: `damaged-file`, `password-protected`, `expands-too-far`, `needs-ocr` (pictures and no text).
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadResult> {
  const inflated = inflateParts(bytes)
  if ('problem' in inflated) return refuse(inflated.problem)
  const defect = firstDefect(inflated.parts)
  if (defect !== null) return refuse(problem('damaged-file', { detail: defect }))
  const word = await openWord(storedZip(withListLabels(inflated.parts)))
  if ('error' in word) return refuse(problem('damaged-file', { detail: word.error }))
  const running = await readRunning(inflated.parts)
  const { assembler, tables, messages, isPictures, fonts } = wordText({
    ...word.document,
    running: running.nodes,
    styleFonts: styleFontsOf(inflated.parts),
  })
  const { text, lines } = assembler
  if (isPictures) return refuse(problem('needs-ocr', { pages: 'docx' }))
  return {
    ok: true,
    document: {
      mediaType: MEDIA_TYPE,
      readBy: 'docx',
      encoding: 'unicode',
      text,
      pages: null,
      lines,
      tables,
      fonts,
      messages: [...messages, ...lostContent([...word.warnings, ...running.warnings]), ...running.messages],
    },
  }
}

function firstDefect(parts: ReadonlyMap<string, Uint8Array>): string | null {
  for (const [name, data] of parts) {
    const defect = xmlDefect(new TextDecoder().decode(data))
    if (defect !== null) return `${name}: ${defect}`
  }
  return null
}

interface Running {
  readonly nodes: readonly WordNode[]
  readonly warnings: readonly string[]
  readonly messages: readonly Message[]
}

/** Headers and footers; a library that fails on them leaves the body as it is, with a warning. */
async function readRunning(parts: ReadonlyMap<string, Uint8Array>): Promise<Running> {
  const running = runningParts(parts, mainPart(parts))
  if (running === null) return { nodes: [], warnings: [], messages: [] }
  const word = await openWord(storedZip(running))
  if ('error' in word) return { nodes: [], warnings: [], messages: [runningPartsUnread] }
  return { nodes: word.document.children, warnings: word.warnings, messages: [] }
}

/** The parts with the labels of their lists written into the main document. */
function withListLabels(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const textOf = (name: string): string => new TextDecoder().decode(parts.get(name) ?? new Uint8Array())
  const contentTypes = textOf('[Content_Types].xml')
  const main = mainPart(parts)
  const lists = readListDefinitions(textOf(partOfType(contentTypes, 'numbering') ?? 'word/numbering.xml'))
  const styles = readNumberedStyles(textOf(partOfType(contentTypes, 'styles') ?? 'word/styles.xml'))
  return new Map([...parts, [main, new TextEncoder().encode(labelParagraphs(textOf(main), lists, styles))]])
}

const styleFontsOf = (parts: ReadonlyMap<string, Uint8Array>): StyleFonts =>
  readStyleFonts(
    new TextDecoder().decode(
      parts.get(partOfType(new TextDecoder().decode(parts.get('[Content_Types].xml')), 'styles') ?? 'word/styles.xml'),
    ),
  )

const mainPart = (parts: ReadonlyMap<string, Uint8Array>): string =>
  partOfType(new TextDecoder().decode(parts.get('[Content_Types].xml')), 'main') ?? 'word/document.xml'

/** Name of the first part whose declared content type ends with `.{type}+xml`. */
function partOfType(contentTypes: string, type: string): string | null {
  for (const [override] of contentTypes.matchAll(/<Override\b[^>]*>/g)) {
    if (override.includes(`.${type}+xml"`)) return /PartName="\/([^"]+)"/.exec(override)?.[1] ?? null
  }
  return null
}

const refuse = (why: Problem): ReadResult => ({ ok: false, problem: why })
