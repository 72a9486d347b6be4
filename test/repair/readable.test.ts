import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extract } from '../../src/extract.ts'
import { readable, readableText } from '../../src/repair/readable.ts'
import { encode } from './encode.ts'

const UNICODE = readFileSync(new URL('../../fixtures/gold/lang-son-2020.txt', import.meta.url), 'utf8')

const read = async (text: string) => {
  const result = await extract(new TextEncoder().encode(text), 'a.txt')
  if (!result.ok) throw new Error(result.problem.code)
  return result.extraction
}

describe('the readable form of an extraction', () => {
  it('is that of the document as if it had been written in Unicode', async () => {
    const [plain, old] = [await read(UNICODE), await read(encode('tcvn3', UNICODE))]
    expect(old.document.encoding).toBe('tcvn3')
    const shown = readable(old)
    const numbers = ({ text, observations }: typeof plain) =>
      observations.map(o => [o.indicator, text.slice(o.evidence.start, o.evidence.end)])
    expect(numbers(shown)).toEqual(numbers(plain))
    expect(shown.text).toBe(readableText(old))
    expect(shown.text).toContain('hợp tác xã')
    expect(old.text).toContain('hîp t¸c x·')
  })

  it('is the extraction itself where nothing was repaired', async () => {
    const plain = await read(UNICODE)
    expect(plain.repairs).toEqual([])
    expect(readable(plain)).toBe(plain)
  })
})
