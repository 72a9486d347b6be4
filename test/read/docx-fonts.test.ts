import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../../src/read/docx/docx.ts'
import { FontInk } from '../../src/read/docx/font-ink.ts'
import { wordFile } from './word-file.ts'

const run = (text: string, font: string | null = null, more = ''): string => {
  const fonts = font === null ? '' : `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`
  return `<w:r><w:rPr>${fonts}${more}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}
const paragraph = (...runs: string[]): string => `<w:p>${runs.join('')}</w:p>`

const stretchesOf = async (body: string) => {
  const read = await readDocx(wordFile(body))
  if (!read.ok) throw new Error(read.problem.code)
  const { text, fonts = [] } = read.document
  return fonts.map(({ start, end, font }) => [font, text.slice(start, end)])
}

describe('the fonts of a Word file', () => {
  it('are told of each stretch, and of none whose font the file does not tell', async () => {
    const body =
      paragraph(run('  kÕ ho¹ch ', '.VnTimeH'), run('n¨m'), run(' 2009', 'Arial')) + paragraph(run('Sè', '.VnTime'))
    expect(await stretchesOf(body)).toEqual([
      ['.VnTimeH', 'kÕ ho¹ch'],
      ['Arial', '2009'],
      ['.VnTime', 'Sè'],
    ])
  })

  it('are told of cells, whose lines become one', async () => {
    const cell = (...paragraphs: string[]) => `<w:tc>${paragraphs.join('')}</w:tc>`
    const row = `<w:tr>${cell(paragraph(run('ChØ ', '.VnTime')), paragraph(run('tiªu', '.VnTime')))}${cell(paragraph(run('35', 'Arial')))}</w:tr>`
    expect(await stretchesOf(`<w:tbl>${row}${row}</w:tbl>`)).toEqual([
      ['.VnTime', 'ChØ tiªu'],
      ['Arial', '35'],
      ['.VnTime', 'ChØ tiªu'],
      ['Arial', '35'],
    ])
  })

  it('are those of the styles where a run has none of its own', async () => {
    const style = (type: string, id: string, inner: string, more = '') =>
      `<w:style w:type="${type}" w:styleId="${id}" ${more}>${inner}</w:style>`
    const fonts = (font: string) => `<w:rPr><w:rFonts w:ascii="${font}"/></w:rPr>`
    const styles = [
      `<w:docDefaults><w:rPrDefault>${fonts('Times')}</w:rPrDefault></w:docDefaults>`,
      style('paragraph', 'Normal', fonts('.VnTime'), 'w:default="1"'),
      style('paragraph', 'Heading1', `<w:basedOn w:val="Base"/>`),
      style('paragraph', 'Base', fonts('.VnTimeH')),
      style('paragraph', 'Round', `<w:basedOn w:val="Round"/>`),
      style('character', 'Strong', fonts('.VnArial')),
    ].join('')
    const styled = (id: string, ...runs: string[]) =>
      `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr>${runs.join('')}</w:p>`
    const body =
      styled('Heading1', run('kÕ ho¹ch')) +
      paragraph(run('n¨m '), run('nay', null, '<w:rStyle w:val="Strong"/>'), run(' Sè', 'Arial')) +
      styled('Round', run('xa'))
    const read = await readDocx(wordFile(body, { styles }))
    if (!read.ok) throw new Error(read.problem.code)
    const { text, fonts: found = [] } = read.document
    expect(found.map(({ start, end, font }) => [font, text.slice(start, end)])).toEqual([
      ['.VnTimeH', 'kÕ ho¹ch'],
      ['.VnTime', 'n¨m'],
      ['.VnArial', 'nay'],
      ['Arial', 'Sè'],
      ['Times', 'xa'],
    ])
  })

  it('stay with their words whatever becomes of the blanks between', () => {
    const piece = fc.tuple(
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\t'), maxLength: 6 }),
      fc.constantFrom('x', 'y', null),
    )
    const blank = fc.constantFrom('', ' ', '\n', ' \t ')
    fc.assert(
      fc.property(fc.array(piece), blank, (pieces, between) => {
        const ink = new FontInk()
        for (const [written, font] of pieces) ink.add(written, font)
        const text = pieces.map(([written]) => written.trim().replace(/\s+/g, ' ')).join(between)
        const found = ink.on(text).map(({ start, end, font }) => font + text.slice(start, end).replace(/\s/g, ''))
        const lettersOf = (font: string) =>
          pieces.map(([written, of]) => (of === font ? written.replace(/\s/g, '') : '')).join('')
        for (const font of ['x', 'y']) {
          const of = found.filter(stretch => stretch.startsWith(font)).map(stretch => stretch.slice(1))
          expect(of.join('')).toBe(lettersOf(font))
        }
      }),
    )
  })
})
