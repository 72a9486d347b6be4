import { expect, test } from 'vitest'
import { keepingLastScan } from '../../src/explain/last-scan.ts'
import { DEFAULT_LIMITS } from '../../src/extract.ts'
import type { ReadResult, SourceDocument } from '../../src/read/source-document.ts'

const document = (text: string, isScan: boolean): SourceDocument => ({
  ...{ mediaType: 'application/pdf', readBy: isScan ? 'ocr' : 'pdf-text', encoding: 'unicode', text },
  ...{ pages: null, lines: [], tables: [], messages: [] },
  ...(isScan ? { words: [] } : {}),
})

const reading = () => {
  const read: string[] = []
  const keeping = keepingLastScan(async (bytes): Promise<ReadResult> => {
    const text = new TextDecoder().decode(bytes)
    read.push(text)
    if (text === 'damaged') return { ok: false, problem: { code: 'damaged-file', details: {} } }
    return { ok: true, document: document(text, text.startsWith('scan')) }
  })
  const ask = async (text: string) => {
    const result = await keeping(new TextEncoder().encode(text), DEFAULT_LIMITS)
    return result.ok ? result.document.text : result.problem.code
  }
  return { read, ask }
}

test('a scan is read once as long as it is the one that is asked about; what is read quickly is not kept', async () => {
  const { read, ask } = reading()
  for (const text of ['scan 1', 'scan 1', 'scan 2', 'scan 1', 'text', 'text', 'scan 1', 'damaged', 'damaged', 'scan 1'])
    expect(await ask(text)).toBe(text === 'damaged' ? 'damaged-file' : text)
  expect(read).toEqual(['scan 1', 'scan 2', 'scan 1', 'text', 'text', 'scan 1', 'damaged', 'damaged', 'scan 1'])
})
