import type { Finding } from '../../../src/check/finding.ts'
import type { FormDocument } from '../../../src/check/form/form-document.ts'
import { extractionOf } from '../../extract/fixtures.ts'

/** What a check finds in a text that is read as any document is, with the findings' expressions on one line each. */
export const findFaults = async (
  check: (document: FormDocument) => Finding[],
  content: string | Uint8Array,
): Promise<string[]> => check(await extractionOf(content)).map(shown)

/** Severity and expression of a finding; the document's own words in brackets. */
export const shown = ({ severity, expression }: Finding): string =>
  `${severity} ${expression.map(piece => (typeof piece === 'string' ? piece : `[${piece.text}]`)).join('')}`
