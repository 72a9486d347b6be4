import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readText } from '../../src/read/text.ts'
import { windows1252Byte } from '../../src/repair/encodings/windows-1252.ts'
import { repairDocument } from '../../src/repair/repair-document.ts'
import { encode } from './encode.ts'

const gold = (name: string): string =>
  readFileSync(new URL(`../../fixtures/gold/${name}.txt`, import.meta.url), 'utf8')
    .normalize('NFC')
    .replace(/[–—]/g, '-')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replaceAll('…', '...')

/** A text in an old encoding as a program shows it that reads the bytes by another code page. */
const misread = (name: 'tcvn3' | 'vni', page: string, text: string): string =>
  new TextDecoder(page).decode(Uint8Array.from(encode(name, text), windows1252Byte))

const repaired = (text: string) => {
  const read = readText(Buffer.from(text))
  if (!read.ok) throw new Error(read.problem.code)
  return repairDocument(read.document).document
}

const wordsAlike = (one: string, other: string): number => {
  const [words, others] = [one.toLowerCase().split(/\s+/), other.toLowerCase().split(/\s+/)]
  return words.filter((word, i) => word === others[i]).length / words.length
}

describe.each(['lang-son-2020', 'tp-2009'])('a document in an old encoding, its bytes read as of another: %s', name => {
  const text = gold(name)

  it.each([
    ['tcvn3', 'macintosh'],
    ['tcvn3', 'windows-1258'],
    ['vni', 'macintosh'],
    ['vni', 'windows-1258'],
  ] as const)('%s as %s', (encoding, page) => {
    const { encoding: told, text: read } = repaired(misread(encoding, page, text))
    expect(told).toBe(encoding)
    expect(wordsAlike(text, read)).toBeGreaterThan(0.99)
  })
})

it('a letter in Unicode is told apart from the report behind it, whose bytes were read as of another encoding', () => {
  const letter = gold('huyen-bao-cao-2017').split('\n').slice(0, 25).join('\n')
  const text = gold('tp-2009')
  const { encoding, text: read } = repaired(`${letter}\n${misread('tcvn3', 'macintosh', text)}`)
  expect(encoding).toBe('mixed')
  expect(read.startsWith(letter)).toBe(true)
  expect(wordsAlike(`${letter}\n${text}`, read)).toBeGreaterThan(0.99)
})
