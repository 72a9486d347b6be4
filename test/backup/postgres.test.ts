import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { openSharedArchive } from '../../src/archive/open-archive.ts'
import { verify } from '../../src/archive/verify/verify.ts'
import { newDatabase } from '../support/archive.ts'
import { temporaryFolder } from '../support/folder.ts'
import { programs } from '../support/postgres-server.ts'
import { writing } from '../support/writing.ts'

const run = promisify(execFile)

const server = inject('postgres')

describe.skipIf(server === null)('an archive in PostgreSQL', () => {
  it('is dumped while it is written to, as docs/operations.md says, and restores to one that verifies clean', async () => {
    const [url, restored] = [await newDatabase(server ?? ''), await newDatabase(server ?? '')]
    const archive = await openSharedArchive(url, null)
    const writer = writing(archive)
    await writer.until(40)
    const before = [...writer.answered]
    const dump = join(await temporaryFolder(), 'archive.dump')
    const bin = programs() ?? ''
    await run(join(bin, 'pg_dump'), ['--format=custom', `--file=${dump}`, url])
    expect(writer.answered.length).toBeGreaterThan(before.length)
    await writer.stop()
    await archive.close()

    await run(join(bin, 'pg_restore'), ['--exit-on-error', '--no-owner', `--dbname=${restored}`, dump])
    const again = await openSharedArchive(restored, null)
    onTestFinished(() => again.close())
    const { errors, findings } = await verify(again)
    expect([errors, findings.filter(({ level }) => level === 'error')]).toEqual([0, []])
    for (const id of before) expect(await again.find(id)).not.toBeNull()
    const id = before[0] ?? ''
    const document = await again.find(id)
    if (document === null) throw new Error(id)
    expect(Buffer.from(await again.original(document)).toString()).toMatch(/^0 hợp tác xã/)
  })
})
