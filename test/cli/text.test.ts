import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { asLaidOut } from '../../src/cli/format/as-laid-out.ts'
import { run } from '../../src/cli/run.ts'
import { readText } from '../../src/read/text.ts'
import { windows1252Byte } from '../../src/repair/encodings/windows-1252.ts'
import { encode } from '../repair/encode.ts'
import { calling } from '../support/calling.ts'

const fixturePath = (path: string): string => fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url))

const call = (args: string[], stdin: string | Uint8Array = '', environment = {}) =>
  calling(streams => run(args, streams), environment, { stdin: Readable.from([Buffer.from(stdin)]) })

const SENTENCE = 'Tổng số hợp tác xã trên địa bàn tỉnh là 255 hợp tác xã, tăng 12 hợp tác xã so với năm trước.\n'

describe('the text of a file', () => {
  test('is printed as it is where it is in Unicode', async () => {
    expect(await call(['text', '-'], SENTENCE)).toEqual({ code: 0, out: SENTENCE, err: '' })
    const path = fixturePath('gold/tp-2009.txt')
    expect(await call(['text', path])).toEqual({ code: 0, out: readFileSync(path, 'utf8'), err: '' })
  })

  test('is printed in Unicode where it is in an old encoding, and what was done is said in both languages', async () => {
    const bytes = Uint8Array.from(encode('tcvn3', SENTENCE), windows1252Byte)
    const { code, out, err } = await call(['text', '-'], bytes)
    expect([code, out]).toEqual([0, SENTENCE])
    expect(err).toMatch(
      /^-: \d+ từ ở bảng mã TCVN3 \(ABC\) đã được chuyển sang Unicode: Tæng → Tổng, .*\n-: \d+ words in TCVN3/,
    )
  })

  test('ends with a line break', async () => {
    expect((await call(['text', '-'], 'Hợp tác xã')).out).toBe('Hợp tác xã\n')
  })

  test.each([
    [['text'], /Thiếu tên tệp/],
    [['text', 'a', 'b'], /Thừa tham số b/],
    [['text', 'a', '--format', 'json'], /text takes no --format/],
  ])('%j is not understood', async (args, said) => {
    const { code, out, err } = await call(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(said)
  })

  test('a file that cannot be read is named with the reason', async () => {
    const { code, out, err } = await call(['text', '-'], Uint8Array.from([0x48, 0xff, 0xfe, 0x41]))
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^-: .*UTF-8/)
    expect((await call(['text', '/no/such/file'])).code).toBe(1)
  })

  test('takes the limits of the environment', async () => {
    expect((await call(['text', '-'], SENTENCE, { TRICHLUC_MAX_BYTES: '10' })).code).toBe(1)
    expect((await call(['text', '-'], SENTENCE, { TRICHLUC_MAX_BYTES: 'ten' })).code).toBe(2)
  })

  test('sets beside each other what stands so on the page of a PDF', async () => {
    const { out } = await call(['text', fixturePath('documents/lang-son-2020.pdf')])
    expect(out).toMatch(/ỦY BAN NHÂN DÂN {4}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n/)
  })
})

describe('lines as a page shows them', () => {
  const document = (boxes: readonly (readonly [number, number, number, number] | null)[]) => {
    const read = readText(Buffer.from(boxes.map((_, i) => `d${i}`).join('\n')))
    if (!read.ok) throw new Error(read.problem.code)
    const lines = read.document.lines.map((line, i) => {
      const box = boxes[i] ?? null
      return {
        ...line,
        role: 'body' as const,
        page: box && 1,
        box: box && ([...box] as [number, number, number, number]),
      }
    })
    return { ...read.document, lines }
  }

  test('blocks side by side come on one line, whichever was read first', () => {
    const right = [
      [300, 0, 500, 12],
      [300, 14, 500, 26],
    ] as const
    const left = [
      [50, 1, 200, 13],
      [50, 15, 200, 27],
      [50, 30, 200, 42],
    ] as const
    expect(asLaidOut(document([...right, ...left]))).toBe('d2    d0\nd3    d1\nd4')
  })

  test('lines that overlap, or touch at their edges only, stay by themselves', () => {
    expect(
      asLaidOut(
        document([
          [0, 0, 100, 12],
          [0, 11, 100, 23],
          [120, 20, 200, 32],
        ]),
      ),
    ).toBe('d0\nd1\nd2')
  })

  test('formats without places keep their order', () => {
    expect(asLaidOut(document([null, null, null]))).toBe('d0\nd1\nd2')
  })
})
