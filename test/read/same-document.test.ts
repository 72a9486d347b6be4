import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/extract.ts'
import { readDocument } from '../../src/read/read.ts'
import type { SourceDocument } from '../../src/read/source-document.ts'

const NAMES = [
  'lang-son-2020',
  'bac-kan-2020',
  'huyen-bao-cao-2017',
  'lien-minh-bao-cao-2021',
  'tinh-ke-hoach-2022-bang',
  'tp-2009',
]

const read = async (path: string): Promise<SourceDocument> => {
  const result = await readDocument(readFileSync(new URL(`../../fixtures/${path}`, import.meta.url)), DEFAULT_LIMITS)
  if (!result.ok) throw new Error(`${path}: ${result.problem.code}`)
  return result.document
}

/** A word, or a number with its separators. */
const WORD = /[\p{L}\d]+(?:[.,]\d+)*/gu

/** The paragraphs of a document: body lines, those that the margin broke joined again, without the marks of Markdown. */
function paragraphs({ text, lines }: SourceDocument): string[] {
  const joined: string[] = []
  let goesOn = false
  for (const { start, end, role, wrapped } of lines) {
    if (role !== 'body') continue
    const line = text.slice(start, end)
    const last = joined.at(-1) ?? ''
    if (goesOn) joined[joined.length - 1] = /\S-$/.test(last) ? last + line : `${last} ${line}`
    else joined.push(line)
    goesOn = wrapped === true
  }
  return joined.map(plain).filter(paragraph => paragraph !== '')
}

const plain = (text: string): string =>
  text
    .replace(/\*\*|<\/?i>/g, '')
    .replace(/(?<![\p{L}\d*])\*(?![\s*])([^*]+)(?<!\s)\*/gu, '$1')
    .replace(/\t/g, ' | ')
    .replace(/\s+/g, ' ')
    .trim()

/** Paragraphs of the text that a page break cut in two stand as one in the other formats. */
const squeezed = (all: readonly string[]): string => all.join('').replace(/\s+/g, '')

describe.each(NAMES)('%s', name => {
  let txt: SourceDocument
  let docx: SourceDocument
  let pdf: SourceDocument
  beforeAll(async () => {
    txt = await read(`gold/${name}.txt`)
    docx = await read(`documents/${name}.docx`)
    pdf = await read(`documents/${name}.pdf`)
  })

  it('says the same as .docx as it does as .txt', () => {
    expect(squeezed(paragraphs(docx))).toBe(squeezed(paragraphs(txt)))
  })

  it('has the same rows of its tables as .docx and as .txt', () => {
    const rows = ({ text, lines }: SourceDocument) =>
      lines.map(line => text.slice(line.start, line.end)).filter(line => line.includes('\t'))
    expect(rows(docx).map(plain)).toEqual(rows(txt).map(plain))
  })

  it('has the same paragraphs as .pdf as it has as .docx', () => {
    expect(paragraphs(pdf).filter(isLong)).toEqual(paragraphs(docx).filter(isLong))
  })

  it('has the same words and numbers as .pdf as it has as .docx', () => {
    const words = (document: SourceDocument) => paragraphs(document).join(' ').match(WORD)?.sort()
    expect(words(pdf)).toEqual(words(docx))
  })
})

/** Shorter ones may be lines of the head that its narrow columns broke. */
const isLong = (paragraph: string): boolean => paragraph.length > 75 && !paragraph.includes(' | ')
