import { beforeAll, describe, expect, it } from 'vitest'
import type { Extraction } from '../../src/contract/index.ts'
import { extractionOf, fixture, IN_EVERY_FORMAT, statementOf } from './fixtures.ts'

const statements = ({ observations, text }: Extraction) =>
  observations.map(observation => {
    const { n, confidence: _, qualifier, ...statement } = statementOf(observation, text)
    return { ...statement, n: n.replace(/\s+/g, ' '), qualifier: qualifier?.replace(/\s+/g, ' ') ?? null }
  })

/** The header without what the format adds; references without their places in the text. */
const header = ({ document }: Extraction) => {
  const { sha256: _, name: __, mediaType, bytes, pages, readBy, references, ...fields } = document
  return { fields, references: references.map(({ start: _, end: __, ...reference }) => reference) }
}

describe.each(IN_EVERY_FORMAT)('%s', name => {
  let txt: Extraction
  let docx: Extraction
  let pdf: Extraction
  beforeAll(async () => {
    txt = await extractionOf(fixture(`gold/${name}.txt`), `${name}.txt`)
    docx = await extractionOf(fixture(`documents/${name}.docx`), `${name}.docx`)
    pdf = await extractionOf(fixture(`documents/${name}.pdf`), `${name}.pdf`)
  })

  it('gives the same observations as Word file and as text', () => {
    expect(statements(docx)).toEqual(statements(txt))
  })

  it('gives the same observations as PDF and as text', () => {
    expect(statements(pdf)).toEqual(statements(txt))
  })

  it('has the same header fields in every format', () => {
    expect(header(docx)).toEqual(header(txt))
    expect(header(pdf).fields).toEqual(header(txt).fields)
  })

  it('says of every observation of the PDF on which page and where on it the number stands', () => {
    for (const { evidence } of pdf.observations) {
      expect(evidence.page).toBeGreaterThanOrEqual(1)
      expect(evidence.box).not.toBeNull()
    }
  })

  it('says of every observation of the Word file in which paragraph the number stands', () => {
    for (const { evidence } of docx.observations) expect(evidence.path).toMatch(/^(p|t|n)\d+/)
  })
})
