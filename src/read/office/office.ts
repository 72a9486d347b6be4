import type { Message, ReadBy } from '../../contract/index.ts'
import { type Problem, type ProblemCode, problem } from '../../problem.ts'
import { findTool, type Tool } from '../../tools/optional-tools.ts'
import { readDocx } from '../docx/docx.ts'
import { inflateParts } from '../docx/inflate-parts.ts'
import type { ReadResult, SourceDocument } from '../source-document.ts'
import { converted, textMissing } from './office-messages.ts'
import { convertToDocx, type Source } from './soffice.ts'
import { wordDefect } from './word-defect.ts'

interface Kind extends Source {
  readonly mediaType: string
  readonly readBy: ReadBy
}

const DOC: Kind = { extension: 'doc', filter: null, mediaType: 'application/msword', readBy: 'doc' }
const RTF: Kind = { extension: 'rtf', filter: 'Rich Text Format', mediaType: 'application/rtf', readBy: 'doc' }
const HTML: Kind = { extension: 'html', filter: 'HTML (StarWriter)', mediaType: 'text/html', readBy: 'html' }
const ODT: Kind = {
  extension: 'odt',
  filter: 'writer8',
  mediaType: 'application/vnd.oasis.opendocument.text',
  readBy: 'doc',
}

/**
 * Reads a Word document of before 2007 (.doc): as the .docx that LibreOffice makes of it (see `readDocx`), or directly where
 * LibreOffice is missing or fails, with a message of what is lost; Word 6 and 95 only with LibreOffice.
 * Problems: those of `readDocx`, `password-protected`, `conversion-timeout`, `missing-tool`.
 */
export async function readDoc(bytes: Uint8Array): Promise<ReadResult> {
  const defect = wordDefect(bytes)
  if (defect !== null) return refuse(defect)
  const soffice = await findTool('soffice')
  const { readDocText } = await import('../doc/doc.ts')
  const { holdsAllText } = await import('../doc/word-streams.ts')
  if (soffice === null) return readDocText(bytes, 'missing')
  const result = await readConverted(bytes, DOC, soffice)
  if (result.ok) return holdsAllText(bytes) ? result : withMessage(result.document, textMissing())
  if (!CONVERSION_FAILED.has(result.problem.code)) return result
  const direct = readDocText(bytes, 'failed')
  return direct.ok ? direct : result
}

const CONVERSION_FAILED: ReadonlySet<ProblemCode> = new Set(['damaged-file', 'conversion-timeout', 'missing-tool'])

/** Reads rich text (.rtf) as the .docx that LibreOffice makes of it. Problems: as `readDoc`. */
export const readRtf = (bytes: Uint8Array): Promise<ReadResult> => readWithOffice(bytes, RTF)

/** Reads a web page, such as a .doc often is, as the .docx that LibreOffice makes of it. Problems: as `readDoc`. */
export const readHtml = (bytes: Uint8Array): Promise<ReadResult> => readWithOffice(bytes, HTML)

/** Reads an OpenDocument text (.odt) as the .docx that LibreOffice makes of it. Problems: as `readDoc`, `expands-too-far`. */
export async function readOdt(bytes: Uint8Array): Promise<ReadResult> {
  const inflated = inflateParts(bytes)
  if ('problem' in inflated) return refuse(inflated.problem)
  const manifest = new TextDecoder().decode(inflated.parts.get('META-INF/manifest.xml'))
  if (/<manifest:encryption-data\b/.test(manifest)) return refuse(problem('password-protected'))
  return await readWithOffice(bytes, ODT)
}

async function readWithOffice(bytes: Uint8Array, kind: Kind): Promise<ReadResult> {
  const soffice = await findTool('soffice')
  return soffice === null ? refuse(officeMissing()) : await readConverted(bytes, kind, soffice)
}

const withMessage = (document: SourceDocument, message: Message): ReadResult => ({
  ok: true,
  document: { ...document, messages: [...document.messages, message] },
})

async function readConverted(bytes: Uint8Array, kind: Kind, soffice: Tool): Promise<ReadResult> {
  const conversion = await convertToDocx(bytes, kind, soffice)
  if ('problem' in conversion) return refuse(conversion.problem)
  const result = await readDocx(conversion.docx)
  if (!result.ok) return result
  const { mediaType, readBy } = kind
  const messages = [converted(soffice.version), ...result.document.messages]
  return { ok: true, document: { ...result.document, mediaType, readBy, messages } }
}

const officeMissing = (): Problem => problem('missing-tool', { tool: 'LibreOffice', packages: 'libreoffice-writer' })

const refuse = (why: Problem): ReadResult => ({ ok: false, problem: why })
