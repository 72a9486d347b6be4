import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsOfTsv } from '../../../src/read/ocr/tsv.ts'

const HEAD = 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext'

describe('a table of tesseract', () => {
  it('gives its words with box, confidence and line', () => {
    const table = [
      HEAD,
      '1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t',
      '4\t1\t1\t1\t1\t0\t251\t142\t786\t45\t-1\t',
      '5\t1\t1\t1\t1\t1\t251\t142\t64\t40\t93.304764\tSố:',
      '5\t1\t1\t1\t1\t2\t337\t145\t449\t37\t89.8\t155/KH-UBND',
      '5\t1\t2\t1\t1\t1\t251\t229\t80\t40\t0\t ',
      '5\t1\t2\t1\t1\t2\t251\t229\t80\t40\t96.7\tLa\u0323ng',
    ].join('\n')
    expect(wordsOfTsv(table)).toEqual([
      { text: 'Số:', box: [251, 142, 315, 182], confidence: 93.304764, line: 0 },
      { text: '155/KH-UBND', box: [337, 145, 786, 182], confidence: 89.8, line: 0 },
      { text: 'Lạng', box: [251, 229, 331, 269], confidence: 96.7, line: 1 },
    ])
  })

  it('keeps every word in its order, whatever the numbers', () => {
    const row = fc.record({
      line: fc.nat(9),
      box: fc.tuple(fc.nat(5000), fc.nat(5000), fc.nat(500), fc.nat(90)),
      confidence: fc.double({ min: 0, max: 100, noNaN: true }),
      text: fc.stringMatching(/^[A-Za-z0-9"'.,%đĐơư]{1,12}$/),
    })
    fc.assert(
      fc.property(fc.array(row), rows => {
        const table = rows.map(
          ({ line, box, confidence, text }) =>
            `5\t1\t1\t1\t${line}\t1\t${box.join('\t')}\t${confidence.toFixed(6)}\t${text}`,
        )
        const words = wordsOfTsv([HEAD, ...table, ''].join('\r\n'))
        expect(words.map(word => word.text)).toEqual(rows.map(({ text }) => text))
        expect(words.map(({ box }) => box)).toEqual(rows.map(({ box: [x, y, w, h] }) => [x, y, x + w, y + h]))
        rows.forEach((one, i) => {
          rows.forEach((other, k) => {
            expect(words[i]?.line === words[k]?.line).toBe(one.line === other.line)
          })
        })
      }),
    )
  })

  it('of another form is a fault that is named', () => {
    expect(() => wordsOfTsv('5\t1\t1\t1\t1\t1\tx\t142\t64\t40\t93\tSố')).toThrow(/left/)
    expect(() => wordsOfTsv('5\t1\t1\t1\t1\t1\t1\t142\t64\t40\t93')).toThrow(/text/)
  })
})
