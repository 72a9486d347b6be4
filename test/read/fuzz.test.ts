import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/extract.ts'
import { readDocument } from '../../src/read/read.ts'

const FILES = ['tp-2009.docx', 'huyen-bao-cao-2017.pdf', 'password.pdf'].map(name =>
  readFileSync(new URL(`../../fixtures/documents/${name}`, import.meta.url)),
)

interface Damage {
  readonly file: number
  readonly cut: number
  readonly flips: readonly (readonly [at: number, byte: number])[]
}

/** What storage and transport do to files: an end is missing, bytes are others. */
const damage: fc.Arbitrary<Damage> = fc.record({
  file: fc.nat({ max: FILES.length - 1 }),
  cut: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
  flips: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 255 })), { maxLength: 20 }),
})

function damaged({ file, cut, flips }: Damage): Uint8Array {
  const whole = FILES[file] ?? new Uint8Array()
  const bytes = Uint8Array.from(whole.subarray(0, Math.floor(whole.length * cut)))
  for (const [at, byte] of flips) bytes[Math.floor(at * (bytes.length - 1))] = byte
  return bytes
}

describe('damaged files of every format', () => {
  it('are read or refused with a problem, and lines always lie in the text', async () => {
    await fc.assert(
      fc.asyncProperty(damage, async how => {
        const result = await readDocument(damaged(how), DEFAULT_LIMITS)
        if (!result.ok) {
          expect(result.problem.code).not.toBe('internal')
          return
        }
        const { text, lines, tables } = result.document
        let last = 0
        for (const { start, end } of lines) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThanOrEqual(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
        for (const { start, end } of tables.flatMap(table => table.cells))
          expect(text.slice(start, end)).not.toMatch(/[\n\t]/)
      }),
      { numRuns: 60 },
    )
  })

  it('of random bytes are never read as anything but text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async bytes => {
        const result = await readDocument(bytes, DEFAULT_LIMITS)
        if (result.ok) expect(result.document.readBy).toBe('text')
      }),
      { numRuns: 200 },
    )
  })
})
