import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/extract.ts'
import { storedZip } from '../../src/read/docx/stored-zip.ts'
import { readDocument } from '../../src/read/read.ts'

const fixture = (name: string): Buffer => readFileSync(new URL(`../../fixtures/documents/${name}`, import.meta.url))

const outcome = async (bytes: Uint8Array, limits = DEFAULT_LIMITS): Promise<string> => {
  const result = await readDocument(bytes, limits)
  return result.ok
    ? result.document.readBy
    : `${result.problem.code} ${Object.values(result.problem.details).join(' ')}`.trim()
}

/** An OLE compound file, as far as telling its kind needs it: header, then a directory with the names. */
function compoundFile(...streams: string[]): Buffer {
  const file = Buffer.alloc(1024)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
  file.writeUInt16LE(9, 0x1e)
  streams.forEach((name, i) => {
    file.write(name, 512 + 128 * i, 'utf16le')
  })
  return file
}

const zipOf = (...names: string[]): Buffer =>
  storedZip(new Map(names.map(name => [name, new TextEncoder().encode('<a/>')])))

describe('the type of a file is told from its bytes', () => {
  it.each([
    ['plain text', Buffer.from('Hợp tác xã'), 'text'],
    ['Markdown', Buffer.from('# Kế hoạch\n\n- 35 hợp tác xã'), 'text'],
    ['a text that begins like a bitmap', Buffer.from('BM-01: Biểu mẫu hợp tác xã'), 'text'],
    ['a text that speaks of PDF', Buffer.from('Tệp bắt đầu bằng %PDF-1.4'), 'text'],
    ['a Word document', fixture('tp-2009.docx'), 'docx'],
    ['a PDF', fixture('tp-2009.pdf'), 'pdf-text'],
    [
      'a PDF after other bytes',
      Buffer.concat([Buffer.from('\u0000\u0001mail\r\n'), fixture('tp-2009.pdf')]),
      'pdf-text',
    ],
  ])('%s is read', async (_, bytes, readBy) => {
    expect(await outcome(bytes)).toBe(readBy)
  })

  it.each([
    ['an empty file', Buffer.alloc(0), 'empty-file'],
    ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'unsupported-type application/x-msdownload'],
    ['a zip', zipOf('a.txt'), 'unsupported-type application/zip'],
    ['a workbook', zipOf('[Content_Types].xml', 'xl/workbook.xml'), 'unsupported-type application/zip'],
    ['a web page', Buffer.from('<!DOCTYPE html><p>Hợp tác xã'), 'unsupported-type text/html'],
    ['rich text', Buffer.from('{\\rtf1 Ke hoach}'), 'unsupported-type application/rtf'],
    ['bytes of nothing known', Buffer.from([1, 0, 2, 0, 3, 0, 4]), 'unsupported-type application/octet-stream'],
    [
      'a picture of a kind that is not read',
      Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1'),
      'unsupported-type image/webp',
    ],
    [
      'a picture that is cut off',
      Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001080600', 'hex'),
      /^damaged-file /,
    ],
    ['the beginning of a TIFF', Buffer.from('49492a0008000000', 'hex'), /^damaged-file /],
    ['a Word 97 document', compoundFile('Root Entry', 'WordDocument'), 'legacy-word'],
    ['a Word 97 document with a chart', compoundFile('Root Entry', 'WordDocument', 'Workbook'), 'legacy-word'],
    ['an Excel 97 workbook', compoundFile('Root Entry', 'Workbook'), 'unsupported-type application/vnd.ms-excel'],
    ['a Word document with a password', compoundFile('Root Entry', 'EncryptedPackage'), 'password-protected'],
    ['a text in TCVN3', Buffer.from([0x4e, 0xad, 0xed, 0x63]), 'not-utf8 1'],
    ['a file of numbers', Buffer.from('12 34\n56'), 'no-text'],
    [
      'a Word document that is cut off',
      fixture('tp-2009.docx').subarray(0, 5000),
      'damaged-file zip directory not found',
    ],
    ['a PDF with a password', fixture('password.pdf'), 'password-protected'],
  ])('%s is refused by name', async (_, bytes, why) => {
    if (typeof why === 'string') expect(await outcome(bytes)).toBe(why)
    else expect(await outcome(bytes)).toMatch(why)
  })
})

describe('limits', () => {
  it('on bytes are checked before anything is read', async () => {
    expect(await outcome(Buffer.from('hợp'), { ...DEFAULT_LIMITS, maxBytes: 4 })).toBe('too-large 4')
    expect(await outcome(Buffer.from('hợp'), { ...DEFAULT_LIMITS, maxBytes: 5 })).toBe('text')
  })

  it.each(['tp-2009.docx', 'tp-2009.pdf'])('on characters hold for %s', async name => {
    expect(await outcome(fixture(name), { ...DEFAULT_LIMITS, maxCharacters: 1000 })).toBe('too-much-text 1000')
  })

  it('on pages are told with their number', async () => {
    expect(await outcome(fixture('tp-2009.pdf'), { ...DEFAULT_LIMITS, maxPages: 1 })).toMatch(/^too-many-pages \d 1$/)
  })
})
