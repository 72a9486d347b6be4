import { beforeAll, describe, expect, it } from 'vitest'
import {
  type Extraction,
  Extraction as ExtractionSchema,
  NUMERAL_CLASSES,
  type OutlineNode,
} from '../../src/contract/index.ts'
import { fold } from '../../src/repair/fold.ts'
import { readable } from '../../src/repair/readable.ts'
import { DOCUMENTS, extractionOf, fixture } from './fixtures.ts'

/** Scans print O for nought. */
const NUMBER = /^(?:(?:[OlI]+[.,]?)?\d|[OlI]{2,}$)/

const NUMBER_WORD =
  /^(hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|nghìn|ngàn|vạn|triệu|rưỡi|linh|lẻ|mốt|một|nửa)/iu

const nodes = (outline: readonly OutlineNode[]): OutlineNode[] => outline.flatMap(n => [n, ...nodes(n.children)])

/** Spans of an extraction that must lie inside its text, each with what it belongs to. */
function spansOf(e: Extraction): { readonly of: string; readonly start: number; readonly end: number }[] {
  const because = e.observations.flatMap(o =>
    Object.entries(o.because).flatMap(([attribute, reason]) =>
      reason.start === undefined && reason.end === undefined
        ? []
        : [{ of: `${o.id} ${attribute}`, start: reason.start ?? -1, end: reason.end ?? -1 }],
    ),
  )
  return [
    ...because,
    ...e.observations.map(o => ({ of: o.id, start: o.evidence.start, end: o.evidence.end })),
    ...nodes(e.outline).map(n => ({ of: `outline ${n.label}`, start: n.start, end: n.end })),
    ...e.document.references.map(r => ({ of: `reference ${r.number}`, start: r.start, end: r.end })),
    ...e.numerals.unexplained.map(u => ({ of: `unexplained ${u.text}`, start: u.start, end: u.end })),
    ...e.tables.flatMap(t =>
      [...t.header, ...t.rows].flat().map(c => ({ of: `${t.id} ${c.text}`, start: c.start, end: c.end })),
    ),
  ]
}

const WITHIN_WORD = /^[\p{L}\d]{2}/u

/** A word or a number that goes on. */
const WITHIN_NUMBER = /^(?:[\p{L}\d]{2}|\d[.,]\d)/u

/** Words as they are compared: quotes and titles are given as repaired, without page numbers and marks of Markdown. */
const plain = (text: string) =>
  fold(text.replace(/\*\*|<\/?i>/g, ''))
    .replace(/\n[-\s]*\d+[-\s]*\n/g, ' ')
    .replace(/[–—]/g, '-')
    .replace(/\.{3}/g, '…')
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')

/** Whether a quote stands somewhere in the text with whole words at its ends. */
const standsWhole = (quote: string, text: string): boolean => {
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const last = at + quote.length - 1
    if (!WITHIN_WORD.test(text.slice(Math.max(0, at - 1), at + 1)) && !WITHIN_NUMBER.test(text.slice(last, last + 3)))
      return true
  }
  return false
}

describe.each(DOCUMENTS)('%s', path => {
  let e: Extraction
  beforeAll(async () => {
    e = await extractionOf(fixture(path), path)
  })

  it('gives what the contract says, and nothing else', () => {
    const json: unknown = JSON.parse(JSON.stringify(e))
    expect(ExtractionSchema.parse(json)).toEqual(json)
  })

  it('cuts no word and no number at the ends of a quote', () => {
    const text = plain(e.text)
    const cut = e.observations.map(o => plain(o.evidence.quote)).filter(q => text.includes(q) && !standsWhole(q, text))
    expect(cut).toEqual([])
  })

  it('points with every observation at a number, which its quote holds', () => {
    const wrong = e.observations.flatMap(o => {
      const n = e.text.slice(o.evidence.start, o.evidence.end)
      const isNumber = NUMBER.test(n) || NUMBER_WORD.test(n)
      return isNumber && plain(o.evidence.quote).includes(plain(n)) ? [] : [{ id: o.id, n, quote: o.evidence.quote }]
    })
    expect(wrong).toEqual([])
  })

  it('has a value or a range in every observation', () => {
    for (const { value, min, max } of e.observations) {
      if (value === undefined) {
        expect(Number.isFinite(min) && Number.isFinite(max)).toBe(true)
        expect(min).toBeLessThanOrEqual(max ?? Number.NaN)
      } else expect([Number.isFinite(value), min, max]).toEqual([true, undefined, undefined])
    }
  })

  it('gives the line of each number, counted from 1', () => {
    const lineOf = (offset: number) => e.text.slice(0, offset).split(/\r\n|[\n\r\f\v\u2028\u2029]/).length
    const wrong = e.observations.filter(o => o.evidence.line !== lineOf(o.evidence.start))
    expect(wrong.map(o => [o.id, o.evidence.line, lineOf(o.evidence.start)])).toEqual([])
  })

  it('has its observations in reading order, each number once', () => {
    const places = e.observations.map(o => o.evidence.start)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    const overlapping = e.observations.filter((o, i) => o.evidence.start < (e.observations[i - 1]?.evidence.end ?? 0))
    expect(overlapping.map(o => o.id)).toEqual([])
  })

  it('gives every observation an id of its own', () => {
    const ids = e.observations.map(o => o.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('accounts for every numeral', () => {
    const { total, unexplained, ...classes } = e.numerals
    const counted = NUMERAL_CLASSES.reduce((sum, c) => sum + classes[c], unexplained.length)
    expect(total).toBe(counted)
    expect(total).toBe(e.text.match(/\d+(?:[.,]\d+)*/g)?.length ?? 0)
    for (const { start, end, text } of unexplained) expect(e.text.slice(start, end)).toBe(text)
  })

  it('counts as observations at least the numerals that its observations point at', () => {
    const numerals = e.observations.filter(o => /^\d/.test(e.text.slice(o.evidence.start, o.evidence.end)))
    expect(e.numerals.observation).toBeGreaterThanOrEqual(numerals.length)
    const inside = e.numerals.unexplained.filter(u =>
      e.observations.some(o => o.evidence.start <= u.start && u.end <= o.evidence.end),
    )
    expect(inside).toEqual([])
  })

  it('has every place inside its text', () => {
    expect(spansOf(e).filter(({ start, end }) => start < 0 || end < start || end > e.text.length)).toEqual([])
  })

  it('gives headings with the words that stand at their place, in reading order', () => {
    const all = nodes(readable(e).outline)
    const { text } = readable(e)
    const wrong = all.filter(({ start, end, label, title }) => {
      const words = plain(text.slice(start, end))
      return !words.startsWith(plain(label)) || !words.includes(plain(title.replace(/…$/, '')))
    })
    expect(wrong).toEqual([])
    expect(all.map(n => n.start)).toEqual(all.map(n => n.start).sort((a, b) => a - b))
  })

  it('gives table cells with the words that stand at their place', () => {
    const wrong = e.tables
      .flatMap(t => [...t.header, ...t.rows].flat())
      .filter(cell => {
        const lines = [cell, ...(cell.more ?? [])].map(({ start, end }) => e.text.slice(start, end))
        // a mark that leads to a footnote is no part of what the cell says
        return plain(lines.join(' ')).replace(/\*+$/, '').trim() !== plain(cell.text).trim()
      })
    expect(wrong).toEqual([])
  })

  it('says of every observation why it has its indicator, measure, subject, period and status', () => {
    for (const { because } of e.observations)
      for (const attribute of ['indicator', 'measure', 'subject', 'period', 'status'] as const)
        expect(because[attribute]).toBeDefined()
  })

  it('names the engine and the rules that read it', () => {
    expect(e.engine.version).toMatch(/^\d+\.\d+\.\d+/)
    expect(e.engine.rules).toMatch(/^[0-9a-f]{64}$/)
  })
})

it.each([
  'gold/lang-son-2020.txt',
  'gold/bac-kan-2020.txt',
  'composed/hau-giang-2016.txt',
  'documents/tp-2009.docx',
  'documents/tp-2009.pdf',
])('%s gives the same under another name, ids and all', async path => {
  const first = await extractionOf(fixture(path), 'ke-hoach')
  const again = await extractionOf(fixture(path), 'báo cáo')
  expect(again).toEqual({ ...first, document: { ...first.document, name: 'báo cáo' } })
})
