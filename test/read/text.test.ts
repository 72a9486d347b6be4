import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf, readText } from '../../src/read/text.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const read = (bytes: Uint8Array) => {
  const result = readText(bytes)
  if (!result.ok) throw new Error(result.problem.code)
  return result.document
}

/** Texts of what stands in real files: letters with marks, letters outside of the basic plane, all kinds of line breaks. */
const text = fc
  .array(fc.constantFrom('a', 'ợ', 'o\u031B\u0323', '𝟙', '1.840', ' ', '\t', '\n', '\r\n', '\r', '\f', '\uFEFF'), {
    maxLength: 60,
  })
  .map(parts => parts.join(''))

describe('plain text', () => {
  it('is kept unchanged, line breaks and byte order mark included', () => {
    fc.assert(
      fc.property(text, content => {
        expect(read(utf8(content)).text).toBe(content)
      }),
    )
  })

  it('is covered by its lines but for line breaks and the byte order mark', () => {
    fc.assert(
      fc.property(text, content => {
        let rest = ''
        let at = 0
        for (const line of linesOf(content)) {
          rest += content.slice(at, line.start)
          at = line.end
        }
        expect(rest + content.slice(at)).toMatch(/^\uFEFF?[\r\n\f]*$/)
      }),
    )
  })

  it('has no line break inside of a line', () => {
    fc.assert(
      fc.property(text, content => {
        for (const { start, end } of linesOf(content)) expect(content.slice(start, end)).not.toMatch(/[\r\n\f]/)
      }),
    )
  })

  it('counts the lines as an editor does', () => {
    const lines = linesOf('một\r\nhai\n\nbốn\rnăm\n')
    expect(lines.map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [5, 8],
      [9, 9],
      [10, 13],
      [14, 17],
      [18, 18],
    ])
  })

  it('starts its first line after the byte order mark', () => {
    expect(linesOf('\uFEFFKế hoạch')[0]).toMatchObject({ start: 1, end: 9, role: 'body', wrapped: null, page: null })
  })

  it('may be UTF-16 with a byte order mark', () => {
    expect(read(Buffer.from('\uFEFFHợp tác xã', 'utf16le')).text).toBe('\uFEFFHợp tác xã')
    expect(read(Buffer.from('\uFEFFHợp tác xã', 'utf16le').swap16()).text).toBe('\uFEFFHợp tác xã')
  })

  it.each([
    ['a letter of TCVN3', [0x4e, 0xad, 0xed, 0x63], 1],
    ['a letter that is cut off', [0x61, 0xe1, 0xbb], 1],
    ['an overlong form', [0x61, 0x62, 0xc0, 0xaf], 2],
    ['a surrogate', [0xed, 0xa0, 0x80], 0],
    ['a code beyond Unicode', [0x61, 0xf5, 0x80, 0x80, 0x80], 1],
  ])('that holds %s is refused with the offset of the byte', (_, bytes, offset) => {
    expect(readText(Uint8Array.from(bytes))).toEqual({ ok: false, problem: { code: 'not-utf8', details: { offset } } })
  })
})
