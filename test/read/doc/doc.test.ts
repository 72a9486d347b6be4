import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TCVN3_LINES } from '../../../fixtures/tcvn3-samples.ts'
import { readDocText } from '../../../src/read/doc/doc.ts'
import { readWord97 } from '../../../src/read/doc/word-97.ts'
import type { WordNode } from '../../../src/read/docx/word-model.ts'
import { readStream } from '../../../src/read/office/cfb-streams.ts'
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

const direct = (bytes: Uint8Array) => readDocText(bytes, 'missing')

describe('a .doc that is read without LibreOffice', () => {
  it.each(['tp-2009', 'tinh-ke-hoach-2022-bang'])('has the lines and the tables of the .docx: %s', async name => {
    const doc = documentOf(direct(officeFile(`${name}.doc`)))
    const docx = documentOf(await read(documentFile(`${name}.docx`)))
    expect(doc.text).toBe(docx.text)
    expect(doc.lines).toEqual(docx.lines)
    expect(cellsOf(doc)).toEqual(cellsOf(docx))
    expect(doc).toMatchObject({ readBy: 'doc', mediaType: 'application/msword' })
  })

  it('has the numbers of its pages behind the body', () => {
    const { text, lines } = documentOf(direct(officeFile('tinh-ke-hoach-2022-bang.doc')))
    const running = lines.filter(({ role }) => role !== 'body')
    expect(running.map(({ start, end, role, path }) => [text.slice(start, end), role, path])).toEqual([
      ['2', 'page-number', 'h1'],
      ['4', 'page-number', 'h2'],
    ])
    expect(running).toEqual(lines.slice(-2))
  })

  it('says what is lost', () => {
    const { messages } = documentOf(direct(officeFile('tp-2009.doc')))
    expect(messages.map(({ level, code }) => [level, code])).toEqual([['warning', 'doc-read-without-libreoffice']])
  })

  it('keeps the soft hyphens that are letters in TCVN3', () => {
    expect(documentOf(direct(officeFile('tcvn3.doc'))).text.split('\n')).toEqual(TCVN3_LINES)
  })

  it('tells the font of every run', () => {
    const bytes = officeFile('tcvn3.doc')
    const stream = (name: string) => {
      const found = readStream(bytes, name)
      return 'data' in found ? found.data : Buffer.alloc(0)
    }
    const word = readWord97({ document: stream('/WordDocument'), table: stream('/1Table'), data: stream('/Data') })
    expect(word?.children.flatMap(fontsOf)).toEqual(['.VnTimeH', '.VnTime', '.VnTime'])
  })
})

const fontsOf = (node: WordNode): unknown[] =>
  'font' in node ? [node.font] : node.type === 'paragraph' ? node.children.flatMap(fontsOf) : []

describe('a damaged .doc', () => {
  const whole = officeFile('tp-2009.doc')

  it.each([
    ['whose document stream is empty', withStream(whole, 'WordDocument', () => Buffer.alloc(0))],
    [
      'whose document stream ends in the file block',
      withStream(whole, 'WordDocument', block => block.subarray(0, 300)),
    ],
    ['whose document stream is cut off', withStream(whole, 'WordDocument', stream => stream.subarray(0, 3000))],
    ['whose table stream is empty', withStream(whole, '1Table', () => Buffer.alloc(0))],
    ['whose table stream is of zeros', withStream(whole, '1Table', stream => Buffer.alloc(stream.length))],
    ['that has no table stream', compoundFile({ WordDocument: wordStream() })],
    ['that is cut off', whole.subarray(0, 5000)],
    ['of nothing but its signature', whole.subarray(0, 8)],
  ])('%s is refused', (_, bytes) => {
    expect(problemOf(direct(bytes))).toMatch(/^damaged-file ./)
  })

  it('of Word 95 asks for LibreOffice', () => {
    const word95 = withStream(whole, 'WordDocument', stream => {
      stream.writeUInt16LE(0xa5dc, 0)
      return stream
    })
    expect(problemOf(direct(word95))).toBe('missing-tool LibreOffice libreoffice-writer')
  })

  it('is read or refused, wherever the damage is', () => {
    const streams = fc.constantFrom('WordDocument', '1Table')
    const flips = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 255 })), {
      maxLength: 30,
    })
    const cut = fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true }))
    fc.assert(
      fc.property(fc.constantFrom('tp-2009.doc', 'tcvn3.doc'), streams, flips, cut, (name, stream, bytes, part) => {
        const damaged = withStream(officeFile(name), stream, content => {
          for (const [at, byte] of bytes) content[Math.floor(at * (content.length - 1))] = byte
          return content.subarray(0, Math.ceil(content.length * part))
        })
        const result = direct(damaged)
        if (!result.ok) expect(result.problem.code).not.toBe('internal')
        else
          for (const { start, end } of result.document.lines)
            expect(result.document.text.slice(start, end)).not.toMatch(/\n/)
      }),
      { numRuns: 200 },
    )
  })

  it('cannot unfold to more than it holds', () => {
    const stream = wordStream()
    const pieces = Buffer.alloc(5 + 4 + 1000 * 12)
    pieces[0] = 2
    pieces.writeUInt32LE(4 + 1000 * 12, 1)
    for (let i = 0; i <= 1000; i++) pieces.writeUInt32LE(i * 1000, 5 + i * 4)
    stream.writeUInt32LE(pieces.length, 0x1a6)
    expect(problemOf(direct(compoundFile({ WordDocument: stream, '0Table': pieces })))).toMatch(/^damaged-file .*text/)
  })
})

/** A document stream of Word 97 that says nothing. */
function wordStream(): Buffer {
  const stream = Buffer.alloc(4096)
  stream.writeUInt16LE(0xa5ec, 0)
  return stream
}
