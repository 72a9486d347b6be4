import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import type { Extraction } from '../../src/contract/index.ts'
import { extract } from '../../src/extract.ts'
import { type FlagDocument, flagDocuments } from '../tools/flags/flag-documents.ts'
import { scoreFlags } from '../tools/flags/score-flags.ts'

const extractionOf = async ({ path }: FlagDocument): Promise<Extraction> => {
  const result = await extract(readFileSync(path), basename(path))
  if (!result.ok) throw new Error(result.problem.code)
  return result.extraction
}

const GOLD = flagDocuments().filter(d => d.path.includes('/gold/'))

/** Errors and warnings that a document may have beside those that arithmetic by hand found. */
const OTHERS = 2

test('of the contradictions found by hand, at least 95 in 100 are flagged as errors or warnings', async () => {
  const scores = await Promise.all(GOLD.map(async d => scoreFlags(d, await extractionOf(d))))
  const wanted = scores.reduce((sum, s) => sum + s.wanted, 0)
  const found = scores.reduce((sum, s) => sum + s.found, 0)
  expect(found / wanted).toBeGreaterThanOrEqual(0.95)
})

test.each(GOLD)('$name has at most two errors and warnings that nobody found by hand', async document => {
  const { others } = scoreFlags(document, await extractionOf(document))
  expect(others.map(f => `${f.check}: ${f.expression}`).slice(OTHERS)).toEqual([])
})

test.each(GOLD.filter(d => d.gold.length === 0))(
  '$name, whose sums all come out, has neither an error nor a warning',
  async document => {
    const { flags } = await extractionOf(document)
    expect(flags.filter(f => f.severity !== 'note').map(f => f.expression)).toEqual([])
  },
)

const bacKan = async () => {
  const document = GOLD.find(d => d.name === 'bac-kan-2020')
  if (document === undefined) throw new Error('bac-kan-2020 is missing')
  const extraction = await extractionOf(document)
  const lineOf = (id: string) => extraction.observations.find(o => o.id === id)?.evidence.line
  return { extraction, lineOf }
}

test.each([
  ['1.599', 43, '1.599 / 1.520 = 105,2 %'],
  ['175', 323, '133 + 13 + 12 + 10 + 4 + 3 = 175'],
  ['25/41', 58, '25 / 41 = 60,98 % ≈ 61 %'],
])('suggests %s for the number on line %d of bac-kan-2020, with its reasons', async (text, line, reason) => {
  const { extraction, lineOf } = await bacKan()
  const own = extraction.flags.filter(f => f.suggestion !== null && lineOf(f.suggestion.observation) === line)
  expect(own.map(f => f.suggestion?.text)).toContain(text)
  expect(own.flatMap(f => f.suggestion?.because)).toContain(reason)
})

test('flags the planned revenue of 650 in the text against 850 in the annex, with both places', async () => {
  const { extraction, lineOf } = await bacKan()
  const flag = extraction.flags.find(f => f.expression.startsWith('447,2 triệu / 850 triệu'))
  expect(flag?.severity).toBe('error')
  expect(flag?.expression).toContain('(68,8 % ứng với 650 triệu)')
  expect(flag?.observations.map(lineOf)).toEqual(expect.arrayContaining([34, 287]))
})

test('a stroke that was lost on the way (2541 for 25/41) is a note, not a contradiction of the author', async () => {
  const { extraction } = await bacKan()
  const own = extraction.flags.filter(f => f.suggestion?.text === '25/41')
  expect(new Set(own.map(f => f.severity))).toEqual(new Set(['note']))
})

const FORMATS = ['docx', 'pdf'].flatMap(format =>
  GOLD.flatMap(document => {
    const path = document.path.replace('/gold/', '/documents/').replace(/\.txt$/, `.${format}`)
    return existsSync(path) ? [{ name: document.name, format, path, document }] : []
  }),
)

test.each(FORMATS)('$name as $format has the errors and warnings of its text', async ({ path, document }) => {
  const grave = ({ flags }: Extraction) =>
    flags
      .filter(f => f.severity !== 'note')
      .map(f => `${f.severity} ${f.check}: ${f.expression}`)
      .sort()
  expect(grave(await extractionOf({ ...document, path }))).toEqual(grave(await extractionOf(document)))
})
