import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { allItems } from '../../src/backfill/items.ts'
import { createBackfill } from '../../src/backfill/ledger.ts'
import { runBackfill } from '../../src/backfill/run-backfill.ts'
import { sourceLimits } from '../../src/backfill/sources/source-limits.ts'
import { run } from '../../src/cli/run.ts'
import { newArchive } from '../support/archive.ts'
import { calling } from '../support/calling.ts'
import { temporaryFolder } from '../support/folder.ts'
import { zipOf } from '../support/zip.ts'
import { told } from './sources/support.ts'

const temporary = vi.hoisted(() => ({ full: false, tiny: false }))

/** Files of zips within zips cannot be written to while it is full; only a disk of its own could really be filled for a test. */
vi.mock('node:fs/promises', async original => {
  const promises = await original<typeof import('node:fs/promises')>()
  const open: typeof promises.open = async (path, ...how) => {
    const file = await promises.open(path, ...how)
    if (!String(path).includes('trichluc-zip-') || !temporary.full) return file
    file.writeFile = async () => {
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
    }
    return file
  }
  const statfs = async (path: string) => {
    const found = await promises.statfs(path)
    return temporary.tiny ? { ...found, blocks: 1 } : found
  }
  return { ...promises, default: promises, open, statfs }
})

const MIB = 1024 * 1024

/** A folder with a zip that holds one too large to be kept in memory. */
const withNestedZip = async (): Promise<string> => {
  const large = randomBytes(5 * MIB)
  const inner = await zipOf(
    [
      ['lon.txt', large],
      ['nho.txt', '35 hợp tác xã'],
    ],
    false,
  )
  const folder = await temporaryFolder()
  await writeFile(
    join(folder, 'kho.zip'),
    await zipOf([
      ['a.txt', '1 hợp tác xã'],
      ['trong.zip', inner],
      ['b.txt', '2 hợp tác xã'],
    ]),
  )
  return folder
}

const INSIDE = ['kho.zip!/a.txt', 'kho.zip!/trong.zip!/lon.txt', 'kho.zip!/trong.zip!/nho.txt', 'kho.zip!/b.txt']

test('a zip within a zip that finds the temporary folder full is waited for, with cause and cure, and then taken', async () => {
  temporary.full = true
  const archive = await newArchive('sqlite')
  const sources = { kind: 'paths' as const, names: ['kho.zip'], cwd: await withNestedZip() }
  const backfill = await createBackfill(archive.db, sources, new Date().toISOString())
  const warned: object[] = []
  const outcome = await runBackfill(backfill, {
    archive,
    limits: sourceLimits(10 * MIB),
    log: {
      info: () => {},
      error: () => {},
      warn: details => {
        warned.push(details)
        temporary.full = false
      },
    },
    signal: new AbortController().signal,
    clock: () => new Date(),
    onItem: () => {},
  })
  expect(outcome).toBe('stored')
  const items: string[] = []
  for await (const { path, outcome } of allItems(archive.db, backfill.id)) items.push(`${path} ${outcome}`)
  expect(items).toEqual(INSIDE.map(path => `${path} stored`))
  expect(warned).toEqual([
    {
      code: 'temporary-full',
      cause: {
        vi: `Không ghi được vào thư mục tạm ${tmpdir()}: ổ đĩa đã đầy.`,
        en: `The folder for temporary files, ${tmpdir()}, cannot be written to: the disk is full.`,
      },
      cure: {
        vi: 'Giải phóng chỗ ở đó; sau đó việc đang chờ tự chạy tiếp.',
        en: 'Free that disk; what waits then goes on by itself.',
      },
    },
  ])
})

test('a dry run does not wait for the temporary folder: it says that it is full, and ends', async () => {
  const folder = await withNestedZip()
  temporary.full = true
  const { code, out, err } = await calling(streams => run(['backfill', join(folder, 'kho.zip'), '--dry-run'], streams))
  expect(code).toBe(1)
  expect(out).toMatch(/a\.txt\n$/)
  expect(err).toContain('trong.zip: Thư mục tạm đã đầy.')
  expect(err).toContain('trong.zip: The folder for temporary files is full.')
  temporary.full = false
  expect((await told(folder, ['kho.zip'], { maxBytes: 10 * MIB })).map(line => line.split(':')[0])).toEqual(INSIDE)
})

test('a zip that is larger than the temporary folder is refused for that, and all else is stored', async () => {
  const folder = await withNestedZip()
  temporary.full = true
  temporary.tiny = true
  const lines = await told(folder, ['kho.zip'], { maxBytes: 10 * MIB })
  expect(lines).toEqual([
    expect.stringMatching(/^kho\.zip!\/a\.txt/),
    expect.stringMatching(/^kho\.zip!\/trong\.zip.*temporary-full/),
    expect.stringMatching(/^kho\.zip!\/b\.txt/),
  ])
  temporary.full = false
  temporary.tiny = false
})
