import { describe, expect, it } from 'vitest'
import { readText } from '../../src/read/text.ts'
import { repairDocument } from '../../src/repair/repair-document.ts'
import { processorTime } from '../support/processor-time.ts'

const MEGABYTE = 1_048_576

describe('a megabyte of nothing but signs of old encodings', () => {
  it.each(['\u00AD', '®', '® ', 'a\u00AD ', '≠', 'a\u0301\u0323', '®\n'])('is passed over: %j', unit => {
    const text = unit.repeat(Math.ceil(MEGABYTE / unit.length))
    const read = readText(Buffer.from(text))
    if (!read.ok) throw new Error(read.problem.code)
    const started = processorTime()
    const { document } = repairDocument(read.document)
    expect(document.encoding).toBe('unicode')
    expect(document.text.replace(/\s/g, '').length).toBeGreaterThan(0)
    expect(processorTime() - started).toBeLessThan(10_000)
  })
})
