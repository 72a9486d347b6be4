import { createHash } from 'node:crypto'
import type { DocumentHeader, Extraction, Flag, Observation } from '../../src/contract/index.ts'
import type { Extract } from '../../src/work/reading.ts'

export const NO_HEADER: DocumentHeader = {
  kind: 'plan',
  number: null,
  symbol: null,
  issuer: null,
  area: null,
  place: null,
  issued: null,
  title: null,
  reports: null,
  plans: null,
  signer: null,
  recipients: [],
  references: [],
}

export const observation = (text: string, quote: string, overrides: Partial<Observation> = {}): Observation => ({
  id: 'o1',
  subject: 'cooperative',
  indicator: 'organisations_new',
  sector: null,
  measure: 'level',
  value: 35,
  comparator: 'eq',
  unit: 'organisation',
  per: [],
  period: '2019',
  status: 'estimate',
  area: null,
  source: null,
  label: 'Số hợp tác xã thành lập mới',
  qualifier: null,
  evidence: {
    page: 1,
    line: 1,
    start: text.indexOf(quote),
    end: text.indexOf(quote) + quote.length,
    quote,
    box: null,
    cell: null,
    path: null,
  },
  because: {},
  support: 0,
  confidence: 0.9,
  ...overrides,
})

export const flag = (overrides: Partial<Flag> = {}): Flag => ({
  id: 'f1',
  check: 'completion_of_plan',
  severity: 'error',
  message: { vi: 'Tỷ lệ không khớp', en: 'The ratio does not come out' },
  expression: '35 / 30 = 116,7 % ≠ 100 %',
  figures: [],
  observations: ['o1'],
  evidence: [],
  suspects: [],
  suggestion: null,
  capped: false,
  ...overrides,
})

/** An extraction of a text, with the parts that a test gives. */
export const extractionOf = (
  bytes: Uint8Array,
  name: string,
  parts: Partial<Omit<Extraction, 'document'>> & { readonly header?: Partial<DocumentHeader> } = {},
): Extraction => {
  const { header, ...rest } = parts
  return {
    document: {
      ...NO_HEADER,
      ...header,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      name,
      mediaType: 'text/plain',
      bytes: bytes.byteLength,
      pages: 1,
      readBy: 'text',
      encoding: 'unicode',
    },
    text: new TextDecoder().decode(bytes),
    repairs: [],
    outline: [],
    tables: [],
    observations: [],
    flags: [],
    numerals: {
      total: 0,
      observation: 0,
      date: 0,
      reference: 0,
      outline: 0,
      name: 0,
      page: 0,
      other: 0,
      unexplained: [],
    },
    messages: [],
    engine: { version: '0.0.1', rules: 'r1' },
    ...rest,
  }
}

/** Reads every text, with one observation for its first number. */
export const readAnything: Extract = async (bytes, name) => {
  const extraction = extractionOf(bytes, name)
  const number = /\d+/.exec(extraction.text)?.[0]
  return {
    ok: true,
    extraction:
      number === undefined
        ? extraction
        : { ...extraction, observations: [observation(extraction.text, number, { value: Number(number) })] },
  }
}
