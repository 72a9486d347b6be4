import { describe, expect, it } from 'vitest'
import { partedWords } from '../../../src/read/ocr/parted-words.ts'
import type { RecognisedWord } from '../../../src/read/ocr/recognised-word.ts'

const word = (text: string): RecognisedWord => ({ text, box: [0, 0, 10 * text.length, 20], confidence: 80, line: 0 })
const parted = (text: string): string =>
  partedWords([word(text)])
    .map(part => part.text)
    .join(' ')

describe('words between which an engine lost the blank', () => {
  it.each([
    ['hợptácxã', 'hợp tác xã'],
    ['-Đanghoạtđộng', '-Đang hoạt động'],
    ['THnăm', 'TH năm'],
    ['ƯớcTH', 'Ước TH'],
    ['SốHTXthànhviên', 'Số HTX thành viên'],
    ['UBNDtỉnh', 'UBND tỉnh'],
    ['KH2022/ƯTH', 'KH 2022/ƯTH'],
  ])('%s comes apart', (glued, apart) => {
    expect(parted(glued)).toBe(apart)
  })

  it.each(['thành', 'HTX', 'ƯTH/KH', 'KH-UBND', 'Microsoft', 'KH20225', 'ƯTH2', '1.840', 'iPhone'])(
    '%s stays whole',
    text => {
      expect(parted(text)).toBe(text)
    },
  )

  it('share the box from left to right with a blank between them, and keep every letter', () => {
    const [first, second] = partedWords([word('THnăm')])
    expect([first?.box[0], second?.box[2]]).toEqual([0, 50])
    expect(first?.box[2]).toBeLessThan(second?.box[0] ?? 0)
    expect(`${first?.text}${second?.text}`).toBe('THnăm')
  })
})
