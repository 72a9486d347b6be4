import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS, extract } from '../../../src/extract.ts'
import { inflateParts } from '../../../src/read/docx/inflate-parts.ts'
import { storedZip } from '../../../src/read/docx/stored-zip.ts'
import {
  cellsOf,
  compoundFile,
  documentFile,
  documentOf,
  officeFile,
  problemOf,
  read,
  withStream,
} from '../office-file.ts'
import { sheetOf, workbookFile } from './workbook-file.ts'

const part = (file: Buffer, name: string, change: (xml: string) => string): Buffer => {
  const inflated = inflateParts(file)
  const parts = new Map('parts' in inflated ? inflated.parts : [])
  parts.set(name, new TextEncoder().encode(change(new TextDecoder().decode(parts.get(name)))))
  return storedZip(parts)
}
const SHEET = 'xl/worksheets/sheet1.xml'

const HEAD = ['TT', 'Chỉ tiêu', 'ĐVT', 'Năm 2019']

describe('an Excel file', () => {
  it.each(['phu-luc-2022.xls', 'phu-luc-2022.xlsx'])(
    'is a table with merged cells and text around it: %s',
    async name => {
      const document = documentOf(await read(officeFile(name)))
      expect(document.readBy).toBe('spreadsheet')
      const { text, tables, lines } = document
      const [table] = tables
      expect(text.slice(0, table?.start).split('\n').slice(0, 3)).toEqual([
        'CÁC CHỈ TIÊU PHÁT TRIỂN KINH TẾ TẬP THỂ NĂM 2021 VÀ KẾ HOẠCH NĂM 2022',
        '(Kèm theo Kế hoạch số 112/KH-UBND ngày 19/11/2021 của UBND tỉnh)',
        'Đơn vị tính: như cột ĐVT',
      ])
      expect(text.slice(table?.end).split('\n').slice(1, 3)).toEqual(['Người lập biểu', 'Thủ trưởng đơn vị'])
      expect(lines.slice(0, 4).map(line => line.path)).toEqual([
        "'Phụ lục'!A1",
        "'Phụ lục'!A2",
        "'Phụ lục'!H3",
        "'Phụ lục'!5:5",
      ])
    },
  )

  it.each(['phu-luc-2022.xls', 'phu-luc-2022.xlsx'])('has the cells of the annex in Word: %s', async name => {
    const filled = (cells: ReturnType<typeof cellsOf>[number] = []) =>
      cells.filter(cell => cell.text !== '').map(cell => ({ ...cell, text: ungrouped(cell.text) }))
    const sheet = documentOf(await read(officeFile(name)))
    const word = documentOf(await read(documentFile('tinh-ke-hoach-2022-bang.docx')))
    expect(filled(cellsOf(sheet)[0])).toEqual(filled(cellsOf(word)[0]))
  })

  it('gives its figures addresses that Excel knows', async () => {
    const result = await extract(officeFile('phu-luc-2022.xlsx'), 'phu-luc.xlsx')
    const records = result.ok ? result.extraction.observations : []
    const total = records.find(({ evidence }) => evidence.path === "'Phụ lục'!D9")
    expect(total).toMatchObject({ value: 275, indicator: 'organisations', period: '2020' })
    expect(records).toHaveLength(191)
  })

  it('names its hidden sheets', async () => {
    const { messages } = documentOf(await read(officeFile('phu-luc-2022.xls')))
    expect(messages.map(({ code, text }) => [code, text.en])).toEqual([
      ['hidden-sheets-read', 'Hidden sheets were read too: Tính tạm.'],
    ])
  })

  it.each(['tcvn3.xls', 'tcvn3.xlsx'])('keeps the letters of old encodings and tells their font: %s', async name => {
    const { text, fonts = [] } = documentOf(await read(officeFile(name)))
    expect(text).toContain('Sè hîp t¸c x· thµnh lËp míi trong n\u00adíc')
    expect(new Set(fonts.map(run => run.font))).toEqual(new Set(['.VnTime']))
    for (const label of ['Danh môc chØ tiªu kinh tÕ tËp thÓ n\u00adíc ta', '§¬n vÞ tÝnh: hîp t¸c x·', 'Sè hîp t¸c x·'])
      expect(fonts.some(({ start, end }) => text.slice(start, end) === label)).toBe(true)
  })

  it('of Excel 5 has its eight-bit letters', async () => {
    const label = 'Hîp t¸c x· n\u00adíc'
    const rows = [HEAD, [1, 'x'.repeat(label.length), 'HTX', 35]]
    const file = withStream(workbookFile({ Bieu: sheetOf(rows) }, 'biff5'), 'Book', stream => {
      stream.write(label, stream.indexOf('xxxx'), 'latin1')
      return stream
    })
    expect(documentOf(await read(file)).text).toContain(`${label}\tHTX\t35`)
  })
})

/** Grouping points come from the viewer of a sheet, not from the file. */
const ungrouped = (text: string): string => (/^\d{1,3}(\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text)

describe('tables of a sheet', () => {
  it('begin under the agency and the title, and end above the signatures', async () => {
    const sheet = sheetOf(
      [
        ['UBND TỈNH', null, null, 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        ['BIỂU TỔNG HỢP'],
        [null, null, null, 'Đơn vị tính: triệu đồng'],
        HEAD,
        [1, 'Vốn điều lệ', 'tr.đ', 1500],
        [],
        [2, 'Doanh thu', 'tr.đ', 2500],
        [],
        [null, 'Người lập', null, 'Giám đốc'],
      ],
      { merges: ['A1:C1', 'A2:D2'] },
    )
    const { text, tables, lines } = documentOf(await read(workbookFile({ 'Biểu 1': sheet })))
    expect(tables.map(({ start, end }) => text.slice(start, end))).toEqual([
      'TT\tChỉ tiêu\tĐVT\tNăm 2019\n1\tVốn điều lệ\ttr.đ\t1500\n2\tDoanh thu\ttr.đ\t2500',
    ])
    expect(lines.map(line => text.slice(line.start, line.end)).slice(0, 4)).toEqual([
      'UBND TỈNH',
      'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'BIỂU TỔNG HỢP',
      'Đơn vị tính: triệu đồng',
    ])
  })

  it('are parted where another one with its own caption and head follows', async () => {
    const sheet = sheetOf([
      ['Biểu 1'],
      HEAD,
      [1, 'Số HTX', 'HTX', 275],
      ['A', 'Theo lĩnh vực'],
      [2, 'Nông nghiệp', 'HTX', 100],
      [],
      ['Biểu 2'],
      HEAD,
      [1, 'Số thành viên', 'người', 9000],
    ])
    const { tables, lines, text } = documentOf(await read(workbookFile({ Sheet1: sheet })))
    expect(tables.map(table => table.cells.length)).toEqual([14, 8])
    expect(lines.filter(line => line.path?.includes('A7')).map(line => text.slice(line.start, line.end))).toEqual([
      'Biểu 2',
    ])
  })

  it('leave out rows and columns that show nothing, whatever the file says of its size', async () => {
    const file = workbookFile({ Sheet1: sheetOf([HEAD, [1, 'Số HTX', 'HTX', 275]]) })
    const huge = part(file, SHEET, xml =>
      xml
        .replace(/ref="A1:D2"/, 'ref="A1:XFD1048576"')
        .replace('</sheetData>', '<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row></sheetData>'),
    )
    const { text } = documentOf(await read(huge))
    expect(text).toBe('TT\tChỉ tiêu\tĐVT\tNăm 2019\n1\tSố HTX\tHTX\t275\nx')
  })
})

describe('numbers of cells', () => {
  const shown = async (value: number, format: string): Promise<string> => {
    const sheet = sheetOf([HEAD, [1, 'Số HTX', 'HTX', value]], { formats: { D2: format } })
    const document = documentOf(await read(workbookFile({ Sheet1: sheet })))
    return cellsOf(document)[0]?.at(-1)?.text ?? ''
  }

  it.each([
    [1840, 'General', '1840'],
    [1840, '#,##0', '1840'],
    [2010, '#,##0', '2.010'],
    [2010, 'General', '2010'],
    [1840, '#"."##0', '1.840'],
    [3.5, 'General', '3,5'],
    [3.125, 'General', '3,125'],
    [0.1 + 0.2, 'General', '0,3'],
    [1234567.25, '#,##0.00', '1234567,25'],
    [103.846, '0.0', '103,8'],
    [1.03846, '0.0%', '103,8%'],
    [-12, '0', '-12'],
    [0, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', '-'],
    [38717, 'm/d/yy', '31/12/2005'],
    [38717, 'dd/mm/yyyy', '31/12/2005'],
    [38717, 'yyyy', '2005'],
  ])('%s in the format %s is %s', async (value, format, text) => {
    expect(await shown(value, format)).toBe(text)
  })

  it('come through whole, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 3 }), async (digits, places) => {
        const value = digits / 10 ** places
        const text = await shown(value, 'General')
        expect(Number(text.replace(',', '.'))).toBe(value)
      }),
      { numRuns: 50 },
    )
  })
})

describe('what a sheet says besides', () => {
  const codes = async (bytes: Buffer) =>
    documentOf(await read(bytes)).messages.map(({ code, text }) => `${code}: ${text.en}`)

  it('hidden rows and columns are read and named', async () => {
    const file = workbookFile({ Sheet1: sheetOf([HEAD, [1, 'Số HTX', 'HTX', 275]]) })
    const hidden = part(file, SHEET, xml =>
      xml
        .replace('<row r="2"', '<row r="2" hidden="1"')
        .replace('<sheetData>', '<cols><col min="3" max="3" hidden="1"/></cols><sheetData>'),
    )
    expect(await codes(hidden)).toEqual([
      'hidden-cells-read: Hidden rows and columns were read too: Sheet1!2:2, Sheet1!C:C.',
    ])
    expect(documentOf(await read(hidden)).text).toContain('Số HTX\tHTX\t275')
  })

  it('formulas give their last results; those without one, or with an error, are named', async () => {
    const file = workbookFile({
      Sheet1: sheetOf([HEAD, [1, 'Số HTX', 'HTX', 275], [2, 'Tổng', 'HTX', 1], [3, 'Tỷ lệ', '%', 1]]),
    })
    const formulas = part(file, SHEET, xml =>
      xml
        .replace(/<c r="D2"[^>]*>.*?<\/c>/, '<c r="D2"><f>100+175</f><v>275</v></c>')
        .replace(/<c r="D3"[^>]*>.*?<\/c>/, '<c r="D3"><f>SUM(D2)</f></c>')
        .replace(/<c r="D4"[^>]*>.*?<\/c>/, '<c r="D4" t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
    )
    expect(documentOf(await read(formulas)).text).toBe(
      'TT\tChỉ tiêu\tĐVT\tNăm 2019\n1\tSố HTX\tHTX\t275\n2\tTổng\tHTX\t\n3\tTỷ lệ\t%\t#DIV/0!',
    )
    expect(await codes(formulas)).toEqual([
      'cells-with-errors: Formulas show an error in place of a result: Sheet1!D4.',
      'formulas-without-value: Formulas without their results could not be read: Sheet1!D3. Open the file in Excel and save it.',
    ])
  })

  it('what a merged cell covers is not shown and not read', async () => {
    const sheet = sheetOf(
      [
        ['TT', 'Chỉ tiêu', 'che', 'Năm'],
        [1, 'Số', 'HTX', 5],
      ],
      { merges: ['B1:C1'] },
    )
    expect(documentOf(await read(workbookFile({ Sheet1: sheet }))).text).toBe('TT\tChỉ tiêu\t\tNăm\n1\tSố\tHTX\t5')
  })
})

describe('hostile workbooks', () => {
  it('with a password are refused by name', async () => {
    const record = (type: number, data: Buffer): Buffer => {
      const head = Buffer.alloc(4)
      head.writeUInt16LE(type, 0)
      head.writeUInt16LE(data.length, 2)
      return Buffer.concat([head, data])
    }
    const begin = Buffer.alloc(16)
    begin.writeUInt16LE(0x0600, 0)
    begin.writeUInt16LE(5, 2)
    const stream = Buffer.concat([record(0x809, begin), record(0x2f, Buffer.alloc(54)), Buffer.alloc(5000)])
    expect(problemOf(await read(compoundFile({ Workbook: stream })))).toBe('password-protected')
  })

  it('of random records are read or refused', async () => {
    const whole = officeFile('phu-luc-2022.xls')
    const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 255 }))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 40 }), async changes => {
        const bytes = Buffer.from(whole)
        for (const [at, byte] of changes) bytes[512 + Math.floor(at * (bytes.length - 513))] = byte
        const result = await read(bytes)
        if (!result.ok) expect(result.problem.code).not.toBe('internal')
        else
          for (const { start, end } of result.document.tables.flatMap(table => table.cells))
            expect(result.document.text.slice(start, end)).not.toMatch(/[\t\n]/)
      }),
      { numRuns: 60 },
    )
  })

  it('of random bytes are refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 4096, maxLength: 9000 }), async bytes => {
        expect(problemOf(await read(compoundFile({ Workbook: Buffer.from(bytes) })))).not.toBe('read')
      }),
      { numRuns: 50 },
    )
  })

  it('whose cells lie so that the table would be all tabs are refused', async () => {
    const sheet = sheetOf([])
    for (let i = 0; i < 500; i++) sheet[`${columnName(i)}${i + 1}`] = { t: 'n', v: i }
    sheet['!ref'] = 'A1:SF500'
    const limits = { ...DEFAULT_LIMITS, maxCharacters: 200_000 }
    expect(problemOf(await read(workbookFile({ Sheet1: sheet }), limits))).toBe('too-much-text 200000')
  })

  it('of more cells than anybody reads are refused before they are read', async () => {
    const file = part(workbookFile({ Sheet1: sheetOf([HEAD]) }), SHEET, xml =>
      xml.replace('</sheetData>', `<row r="2">${'<c r="A2"/>'.repeat(500_000)}</row></sheetData>`),
    )
    expect(problemOf(await read(file))).toBe('too-many-cells 500000')
  })

  it('that inflate too far are refused before they do', async () => {
    const bomb = workbookFile({ Sheet1: sheetOf([HEAD]) })
    bomb.writeUInt32LE(0x40000000, bomb.lastIndexOf('xl/worksheets/sheet1.xml') - 46 + 24)
    expect(problemOf(await read(bomb))).toMatch(/^expands-too-far/)
  })

  it('of empty formatted cells are read without them', async () => {
    const blank = Buffer.alloc(4 + 6 + 2 * 256)
    blank.writeUInt16LE(0xbe, 0)
    blank.writeUInt16LE(blank.length - 4, 2)
    blank.writeUInt16LE(255, blank.length - 2)
    const blanks = Array.from({ length: 65_536 }, (_, row) => {
      const record = Buffer.from(blank)
      record.writeUInt16LE(row, 4)
      return record
    })
    const file = workbookFile({ Sheet1: sheetOf([HEAD, [1, 'Số HTX', 'HTX', 275]]) }, 'biff8')
    const padded = withBlanks(file, Buffer.concat(blanks))
    expect(documentOf(await read(padded)).text).toBe('TT\tChỉ tiêu\tĐVT\tNăm 2019\n1\tSố HTX\tHTX\t275')
  })

  it('cannot reach the prototypes of objects by their names', async () => {
    const names = ['__proto__', 'constructor', 'toString']
    const sheets = Object.fromEntries(names.map(name => [name, sheetOf([HEAD, [1, name, 'HTX', 275]])]))
    const result = await read(workbookFile({ ...sheets, Sheet1: sheetOf([HEAD, [1, '__proto__', 'HTX', 5]]) }))
    expect(problemOf(result)).toBe('read')
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(documentOf(result).text).toContain('__proto__\tHTX\t5')
  })
})

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

/** Puts records behind the last row of a workbook with one sheet. */
const withBlanks = (file: Buffer, records: Buffer): Buffer =>
  withStream(file, 'Workbook', stream => {
    const end = stream.lastIndexOf(Buffer.from([0x0a, 0, 0, 0]))
    return Buffer.concat([stream.subarray(0, end), records, stream.subarray(end)])
  })
