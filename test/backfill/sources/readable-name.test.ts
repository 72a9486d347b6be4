import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readableName } from '../../../src/backfill/sources/readable-name.ts'

const latin1 = (text: string) => Buffer.from(text, 'latin1')

test.each([
  ['UTF-8', Buffer.from('Kế hoạch số 155.doc'), 'Kế hoạch số 155.doc'],
  ['UTF-8, decomposed as macOS keeps it', Buffer.from('Kế hoạch.doc'.normalize('NFD')), 'Kế hoạch.doc'],
  ['TCVN3', latin1('B\xb8o c\xb8o HTX n\xa8m 2003.doc'), 'Báo cáo HTX năm 2003.doc'],
  ['windows-1258', latin1('K\xea\xec hoa\xf2ch n\xe3m 2005.doc'), 'Kế hoạch năm 2005.doc'],
  ['VNI', latin1('Baùo caùo keát quaû.doc'), 'Báo cáo kết quả.doc'],
  ['UTF-8 that was read as code page 437', Buffer.from('Kß║┐ hoß║ích.doc'), 'Kế hoạch.doc'],
  ['TCVN3 that was read as code page 437', Buffer.from('K╒ ho╣ch n¿m.doc'), 'Kế hoạch năm.doc'],
])('a name in %s is readable', (_encoding, bytes, name) => {
  expect(readableName(bytes)).toBe(name)
})

test('bytes that are no Vietnamese stay visible', () => {
  expect(readableName(latin1('\xb1\xa8\xb8\xe6.doc'))).toBe('%B1%A8%B8%E6.doc')
})

test('nothing in a name moves the cursor or turns the writing', () => {
  expect(readableName(Buffer.from('a\u001b[2J\n\u202egpj.exe'))).toBe('a%1B[2J%0A%E2%80%AEgpj.exe')
})

test('names in UTF-8 stay as they are, and any bytes give a printable name', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ -~À-ỹ]{1,40}$/), name => {
      expect(readableName(Buffer.from(name))).toBe(name.normalize('NFC'))
    }),
  )
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), bytes => {
      expect(readableName(bytes)).toMatch(/^[^\p{Cc}\u2028-\u202e]+$/u)
    }),
  )
})
