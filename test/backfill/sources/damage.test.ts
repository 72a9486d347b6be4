import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../support/folder.ts'
import { streamedZipOf, zipOf } from '../../support/zip.ts'
import { told } from './support.ts'

const TEXTS = ['Kế hoạch phát triển kinh tế tập thể', 'Báo cáo sáu tháng đầu năm', 'Phụ lục', 'trong zip']

const MOST = 4096

/** What is done to a zip: bytes set at places, which wrap around, and how much of its end is cut off. */
const damage = fc.record({
  bytes: fc.array(fc.tuple(fc.nat(MOST), fc.nat(255)), { maxLength: 4 }),
  cut: fc.oneof(fc.constant(0), fc.nat(MOST)),
})

test('however a zip is damaged, its listing ends, and what it gives is whole', async () => {
  const folder = await temporaryFolder()
  const inner = await zipOf([['d.txt', TEXTS[3] ?? '']])
  const content = [
    ['a.txt', TEXTS[0] ?? ''],
    ['b/b.txt', TEXTS[1] ?? ''],
    ['c.zip', inner],
    ['e/', ''],
    ['f.txt', TEXTS[2] ?? ''],
  ] as const
  const files = content.filter(([name]) => !name.endsWith('/'))
  const zips = [await zipOf(content), await zipOf(content, false), await streamedZipOf(files, true, true)]
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...zips), damage, async (zip, { bytes, cut }) => {
      const damaged = Buffer.from(zip.subarray(0, Math.max(4, zip.length - (cut % zip.length))))
      for (const [place, value] of bytes) damaged[place % damaged.length] = value
      await writeFile(join(folder, 'x.zip'), damaged)
      // A zip that does not begin as one is a file like any other.
      if (damaged.readUInt32LE(0) !== 0x04034b50) return
      const lines = await told(folder, ['x.zip'], { maxEntries: 50 })
      expect(lines.length).toBeGreaterThan(0)
      for (const line of lines) {
        const [, taken] = /!\/.*?: (?!!)(.*)$/s.exec(line) ?? []
        if (taken !== undefined && !taken.startsWith('PK')) expect(TEXTS).toContain(taken)
      }
    }),
    { numRuns: 300 },
  )
})
