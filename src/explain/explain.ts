import type { Explanation, Span } from '../contract/index.ts'
import { type Limits, shippedRules, understand } from '../extract.ts'
import { type Problem, problem } from '../problem.ts'
import { readDocument } from '../read/read.ts'
import type { SourceDocument } from '../read/source-document.ts'
import { repairDocument } from '../repair/repair-document.ts'
import { readVersion } from '../version.ts'
import { explainNumeral } from './explain-numeral.ts'
import type { Read } from './last-scan.ts'
import { numeralsIn } from './numerals-in.ts'
import { Places } from './places.ts'
import { placesAsRead } from './places-as-read.ts'
import { record } from './recording.ts'

/** Which numerals of a document: the one at a UTF-16 offset into its text or at a column of a line, or all of a line (from 1). */
export type Asked = { readonly offset: number } | { readonly line: number; readonly column: number | null }

export type ExplainResult =
  | { readonly ok: true; readonly explanations: readonly Explanation[] }
  | { readonly ok: false; readonly problem: Problem }

export type Explain = (bytes: Uint8Array, asked: Asked, limits: Limits) => Promise<ExplainResult>

/** Explains what another way to read gives; see `explain`. */
export const explainAs =
  (readAs: Read): Explain =>
  async (bytes, asked, limits) => {
    const read = await readAs(bytes, limits)
    if (!read.ok) return read
    const asRead = stretchOf(read.document, asked)
    if ('code' in asRead) return { ok: false, problem: asRead }
    const { document, edited } = repairDocument(read.document, { capitalFonts: true, terms: shippedRules().terms })
    const stretch = edited ? edited.forward(asRead) : asRead
    const { watch, recording } = record(stretch)
    const { observations } = understand(document, shippedRules(), watch)
    const numerals = numeralsIn(document.text, stretch, observations)
    if (numerals.length === 0) return { ok: false, problem: noNumeral(asked) }
    const places = new Places(document)
    const engine = { version: readVersion(), rules: shippedRules().digest }
    const explanations = numerals.map(n => ({
      ...explainNumeral(n, recording, observations, places, shippedRules()),
      engine,
    }))
    return {
      ok: true,
      explanations: edited ? explanations.map(e => placesAsRead(e, edited, read.document)) : explanations,
    }
  }

/**
 * Reads a document as `extract` does, and tells why numerals of it are what they are. Places are those of the text as read, words
 * of a document in an old encoding those of the repaired text.
 * @returns the explanations in the order of the text, or a problem: those of `readDocument`, `no-such-line`, `no-numeral`
 */
export const explain: Explain = explainAs(readDocument)

const stretchOf = ({ text, lines }: SourceDocument, asked: Asked): Span | Problem => {
  if ('offset' in asked)
    return asked.offset < text.length ? { start: asked.offset, end: asked.offset + 1 } : noNumeral(asked)
  const line = lines[asked.line - 1]
  if (!line) return problem('no-such-line', { line: asked.line, lines: lines.length })
  if (asked.column === null) return { start: line.start, end: line.end }
  const start = line.start + asked.column - 1
  return start < line.end ? { start, end: start + 1 } : noNumeral(asked)
}

const noNumeral = (asked: Asked): Problem => {
  if ('offset' in asked) return problem('no-numeral', { vi: `vị trí ${asked.offset}`, en: `offset ${asked.offset}` })
  const { line, column } = asked
  return column === null
    ? problem('no-numeral', { vi: `dòng ${line}`, en: `line ${line}` })
    : problem('no-numeral', { vi: `dòng ${line}, cột ${column}`, en: `line ${line}, column ${column}` })
}
