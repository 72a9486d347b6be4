import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../../src/read/docx/docx.ts'
import { storedZip } from '../../src/read/docx/stored-zip.ts'
import { numberingXml, wordFile } from './word-file.ts'

const read = async (file: Uint8Array) => {
  const result = await readDocx(file)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.document
}

const paragraph = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const item = (text: string, numId: number, depth = 0) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${numId}"/></w:numPr>`)
const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
const table = (...rows: string[]) => `<w:tbl>${rows.map(cells => `<w:tr>${cells}</w:tr>`).join('')}</w:tbl>`

describe('paragraphs of a Word document', () => {
  it('are lines with their number as address, empty ones counted', async () => {
    const { text, lines } = await read(wordFile(paragraph('KẾ HOẠCH') + paragraph('') + paragraph('35 hợp tác xã')))
    expect(text).toBe('KẾ HOẠCH\n\n35 hợp tác xã')
    expect(lines.map(({ start, end, path, wrapped }) => ({ start, end, path, wrapped }))).toEqual([
      { start: 0, end: 8, path: 'p1', wrapped: false },
      { start: 9, end: 9, path: 'p2', wrapped: false },
      { start: 10, end: 23, path: 'p3', wrapped: false },
    ])
  })

  it('keep words that Word split into runs, and leave out deleted text', async () => {
    const runs =
      '<w:p><w:r><w:t>1.8</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>40 HT</w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:ins><w:r><w:t>X</w:t></w:r></w:ins></w:p>'
    expect((await read(wordFile(runs))).text).toBe('1.840 HTX')
  })

  it('are divided at line breaks, and what follows may go on the sentence', async () => {
    const { text, lines } = await read(wordFile('<w:p><w:r><w:t>KẾ HOẠCH</w:t><w:br/><w:t>NĂM 2020</w:t></w:r></w:p>'))
    expect(text).toBe('KẾ HOẠCH\nNĂM 2020')
    expect(lines.map(({ path, wrapped }) => [path, wrapped])).toEqual([
      ['p1', null],
      ['p1', false],
    ])
  })

  it('lose the tabs that only move text, not those that set columns apart', async () => {
    const body = ['\tĐầu dòng', '1.\tMục tiêu', 'Tổng số\t35\t40', '1\tTổng số\t35']
      .map(text => paragraph(text))
      .join('')
    expect((await read(wordFile(body))).text).toBe('Đầu dòng\n1. Mục tiêu\nTổng số\t35\t40\n1\tTổng số\t35')
  })

  it('keep raised digits from running into a number', async () => {
    const raised = (text: string) => `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>${text}</w:t></w:r>`
    const body = `<w:p><w:r><w:t>1.500</w:t></w:r>${raised('1')}<w:r><w:t> m</w:t></w:r>${raised('2')}</w:p>`
    expect((await read(wordFile(body))).text).toBe('1.500¹ m²')
  })

  it('drop the mark of a footnote, whose text follows the body', async () => {
    const body = `<w:p><w:r><w:t>có 35</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t> hợp tác xã</w:t></w:r></w:p>${paragraph('Hết.')}`
    const footnotes = `<w:footnote w:id="2">${paragraph('Kể cả 3 hợp tác xã mới.')}</w:footnote>`
    const { text, lines } = await read(wordFile(body, { footnotes }))
    expect(text).toBe('có 35 hợp tác xã\nHết.\nKể cả 3 hợp tác xã mới.')
    expect(lines.at(-1)?.path).toBe('n1')
  })
})

describe('headers and footers of a Word document', () => {
  const field = (code: string, result: string) =>
    ['begin', null, 'separate', result, 'end']
      .map(part =>
        part === null
          ? `<w:r><w:instrText>${code}</w:instrText></w:r>`
          : part === result
            ? `<w:r><w:t>${result}</w:t></w:r>`
            : `<w:r><w:fldChar w:fldCharType="${part}"/></w:r>`,
      )
      .join('')
  const linesOf = async (running: Record<string, string>, body = paragraph('Có 35 hợp tác xã.')) => {
    const { text, lines } = await read(wordFile(body, {}, running))
    return lines.map(({ start, end, role, path }) => [text.slice(start, end), role, path])
  }

  it('follow the body as what they are, each text once', async () => {
    const title = paragraph('Kế hoạch phát triển kinh tế tập thể')
    expect(
      await linesOf({ header1: title + paragraph(''), header2: title, footer1: `<w:p>${field('PAGE', '25')}</w:p>` }),
    ).toEqual([
      ['Có 35 hợp tác xã.', 'body', 'p1'],
      ['Kế hoạch phát triển kinh tế tập thể', 'running-head', 'h1'],
      ['25', 'page-number', 'h2'],
    ])
  })

  it('are read out of tables and without their pictures', async () => {
    const picture =
      '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></v:shape></w:pict></w:r></w:p>'
    expect(await linesOf({ header1: picture + table(cell('UBND tỉnh') + cell('Trang 2/12')) })).toEqual([
      ['Có 35 hợp tác xã.', 'body', 'p1'],
      ['UBND tỉnh', 'running-head', 'h1'],
      ['Trang 2/12', 'page-number', 'h2'],
    ])
  })

  it('that are empty add nothing', async () => {
    expect(await linesOf({ header1: '', footer1: '<w:p/>' })).toEqual([['Có 35 hợp tác xã.', 'body', 'p1']])
  })

  it('keep the fonts of their runs', async () => {
    const run = (text: string, font: string) =>
      `<w:p><w:r><w:rPr><w:rFonts w:ascii="${font}"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`
    const body = run('kÕ ho¹ch', '.VnTime')
    const { text, fonts = [] } = await read(
      wordFile(body, {}, { header1: run('b¸o c¸o', '.VnTimeH'), header2: run('b¸o c¸o', '.VnTimeH') }),
    )
    expect(fonts.map(({ start, end, font }) => [font, text.slice(start, end)])).toEqual([
      ['.VnTime', 'kÕ ho¹ch'],
      ['.VnTimeH', 'b¸o c¸o'],
    ])
  })
})

describe('labels of automatic lists', () => {
  const numbering = numberingXml({
    1: [
      ['upperRoman', '%1.'],
      ['decimal', '%2.'],
      ['lowerLetter', '%3)'],
    ],
    2: [['bullet', '\uF0B7']],
    3: [
      ['decimal', '%1.'],
      ['decimal', '%1.%2.'],
    ],
  })

  it('are counted as Word does, each level anew below a higher one', async () => {
    const body = [item('A', 1), item('B', 1, 1), item('C', 1, 1), item('D', 1, 2), item('E', 1), item('F', 1, 1)].join(
      '',
    )
    const { text, messages } = await read(wordFile(body, { numbering }))
    expect(text).toBe('I. A\n1. B\n2. C\na) D\nII. E\n1. F')
    expect(messages).toMatchObject([{ level: 'info', code: 'list-labels-counted' }])
  })

  it('hold the numbers of the levels above where the list says so', async () => {
    expect((await read(wordFile(item('A', 3) + item('B', 3, 1) + item('C', 3, 1), { numbering }))).text).toBe(
      '1. A\n1.1. B\n1.2. C',
    )
  })

  it('are a dash for bullets of symbol fonts', async () => {
    expect((await read(wordFile(item('35 hợp tác xã', 2), { numbering }))).text).toBe('- 35 hợp tác xã')
  })

  it('come from the style of a paragraph too, unless the paragraph takes itself out of the list', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Muc"><w:basedOn w:val="Base"/></w:style>'
    const body =
      paragraph('A', '<w:pStyle w:val="Muc"/>') +
      paragraph('B', '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
      paragraph('C', '<w:pStyle w:val="Muc"/>')
    expect((await read(wordFile(body, { numbering, styles }))).text).toBe('I. A\nB\nII. C')
  })

  it('begin anew where a numbering overrides the start', async () => {
    const restart = `${numbering}<w:num w:numId="9"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`
    expect((await read(wordFile(item('A', 1) + item('B', 9) + item('C', 9), { numbering: restart }))).text).toBe(
      'I. A\nV. B\nVI. C',
    )
  })
})

describe('tables of a Word document', () => {
  it('are rows of cells with their spans, places under merged cells left empty', async () => {
    const { text, lines, tables } = await read(
      wordFile(
        table(
          cell('TT', '<w:vMerge w:val="restart"/>') + cell('Năm 2019', '<w:gridSpan w:val="2"/>'),
          cell('', '<w:vMerge/>') + cell('KH') + cell('TH'),
          cell('1') + cell('30') + cell('35'),
        ),
      ),
    )
    expect(text).toBe('TT\tNăm 2019\t\n\tKH\tTH\n1\t30\t35')
    expect(lines.map(line => line.path)).toEqual(['t1/r1', 't1/r2', 't1/r3'])
    expect(tables).toHaveLength(1)
    expect(tables[0]).toMatchObject({ start: 0, end: text.length, page: null })
    const cells = tables[0]?.cells.map(c => [text.slice(c.start, c.end), c.row, c.column, c.rowSpan, c.columnSpan])
    expect(cells).toEqual([
      ['TT', 0, 0, 2, 1],
      ['Năm 2019', 0, 1, 1, 2],
      ['KH', 1, 1, 1, 1],
      ['TH', 1, 2, 1, 1],
      ['1', 2, 0, 1, 1],
      ['30', 2, 1, 1, 1],
      ['35', 2, 2, 1, 1],
    ])
  })

  it('join the paragraphs of a cell by spaces and flatten a table inside of a cell with a warning', async () => {
    const inner = table(cell('a') + cell('b'))
    const two = `<w:tc>${paragraph('Tổng số')}${paragraph('HTX')}</w:tc><w:tc>${inner}${paragraph('')}</w:tc>`
    const { text, messages } = await read(wordFile(table(two + cell('35'))))
    expect(text).toBe('Tổng số HTX\ta b\t35')
    expect(messages).toMatchObject([{ level: 'warning', code: 'nested-table-flattened' }])
  })

  it('that only set blocks side by side are read block by block', async () => {
    const left = `<w:tc>${paragraph('ỦY BAN NHÂN DÂN')}${paragraph('TỈNH LẠNG SƠN')}</w:tc>`
    const right = `<w:tc>${paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')}</w:tc>`
    const { text, lines, tables } = await read(wordFile(table(left + right) + paragraph('KẾ HOẠCH')))
    expect(text.split('\n')).toEqual([
      'ỦY BAN NHÂN DÂN',
      'TỈNH LẠNG SƠN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'KẾ HOẠCH',
    ])
    expect(lines.map(line => line.path)).toEqual(['p1', 'p2', 'p3', 'p4'])
    expect(tables).toEqual([])
  })
})

describe('Word documents that are not well', () => {
  it('name the part of the package that is damaged', async () => {
    const file = readFileSync(new URL('../../fixtures/documents/tp-2009.docx', import.meta.url))
    const at = file.indexOf('word/document.xml') + 2000
    file.fill(0xff, at, at + 200)
    expect(await readDocx(file)).toEqual({
      ok: false,
      problem: { code: 'damaged-file', details: { detail: 'word/document.xml' } },
    })
  })

  it('are refused where one digit is not the one that was written', async () => {
    const file = wordFile(paragraph('35 hợp tác xã'))
    file.write('8', file.indexOf('35 h'))
    expect(await readDocx(file)).toMatchObject({ ok: false, problem: { code: 'damaged-file' } })
  })

  it.each([
    ['an element is not closed', '<w:p><w:r>', '</w:body> closes nothing'],
    ['a comment is not closed', `<w:p>${'<!--'.repeat(50_000)}`, '<w:p> is not closed'],
    ['elements are nested by the thousand', '<w:r>'.repeat(5_000), 'elements nested deeper than 250'],
  ])('are refused at once where %s', async (_, body, detail) => {
    expect(await readDocx(wordFile(body))).toEqual({
      ok: false,
      problem: { code: 'damaged-file', details: { detail: `word/document.xml: ${detail}` } },
    })
  })

  it('are refused where they would fill the memory', async () => {
    const bomb = storedZip(new Map([['word/document.xml', new Uint8Array(10)]]))
    bomb.writeUInt32LE(0x40000000, bomb.indexOf('504b0102', 'hex') + 24)
    expect(await readDocx(bomb)).toMatchObject({ ok: false, problem: { code: 'expands-too-far' } })
  })

  it('that hold formulas warn of the loss', async () => {
    const { text, messages } = await read(wordFile(`<w:p><w:oMath/><w:r><w:t>Tỷ lệ</w:t></w:r></w:p>`))
    expect(text).toBe('Tỷ lệ')
    expect(messages).toMatchObject([{ level: 'warning', code: 'content-skipped' }])
  })
})
