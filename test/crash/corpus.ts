import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

export interface CorpusFile {
  readonly name: string
  readonly content: string
  readonly sha256: string
}

const SOURCE = new URL('../../fixtures/gold/lang-son-2020.txt', import.meta.url)
/** Lines of one file: a header and a paragraph or two. */
const LINES = 8

/**
 * Small plans that differ from each other: stretches of a real one with other numbers.
 * @param count how many; the same ones for the same seed
 */
export function corpus(count: number, seed = 1): CorpusFile[] {
  const lines = readFileSync(SOURCE, 'utf8').split('\n')
  return Array.from({ length: count }, (_, i) => {
    const start = (i * 7 + seed) % (lines.length - LINES)
    const body = lines
      .slice(start, start + LINES)
      .join('\n')
      .replace(/\b\d{2}\b/g, digits => String(10 + ((Number(digits) + i * 13 + seed) % 90)))
    const content = `KẾ HOẠCH số ${i + 1}\nNăm 2020 thành lập mới ${i + 2} hợp tác xã.\n${body}\n`
    return { name: `ke-hoach-${i}.txt`, content, sha256: createHash('sha256').update(content).digest('hex') }
  })
}
