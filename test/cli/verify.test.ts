import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openArchive } from '../../src/archive/open-archive.ts'
import { run } from '../../src/cli/run.ts'
import { ArchiveReport } from '../../src/contract/index.ts'
import { streamOf } from '../support/archive.ts'
import { calling } from '../support/calling.ts'
import { temporaryFolder } from '../support/folder.ts'

const call = (data: string, ...args: string[]) =>
  calling(streams => run(['verify', ...args], streams), { TRICHLUC_DATA: data })

const archiveWith = async (text: string) => {
  const data = await temporaryFolder()
  const archive = await openArchive(data)
  const { document } = await archive.add(streamOf(text), 'a.txt', 1000)
  await archive.close()
  return { data, ...document }
}

it('an archive that is whole ends with 0 and its sizes', async () => {
  const { data } = await archiveWith('0123456789')
  const { code, out } = await call(data)
  expect(code).toBe(0)
  expect(out).toMatch(/tệp gốc · originals +1 +10 +10\n/)
  expect(out).toMatch(/0 lỗi · errors, 0 ghi chú · notes\n$/)
})

it('a missing original ends with 1, and is told with a cure in both languages', async () => {
  const { data, id, sha256 } = await archiveWith('0123456789')
  await rm(join(data, 'originals', sha256.slice(0, 2), sha256))
  const { code, out } = await call(data)
  expect(code).toBe(1)
  expect(out).toContain(`✗ original-missing  ${id}\n    Thiếu tệp gốc ${sha256} (a.txt). Gửi lại tệp đó`)
  expect(out).toContain(`    The original ${sha256} (a.txt) is missing. Send the file again`)
  const report = ArchiveReport.parse(JSON.parse((await call(data, '--json')).out))
  expect(report).toMatchObject({
    ok: false,
    errors: 1,
    notes: 0,
    findings: [{ code: 'original-missing', subject: id }],
  })
})

it('counts that are not those of the decisions end with 1, and are counted anew with --repair', async () => {
  const { data } = await archiveWith('0123456789')
  const archive = await openArchive(data)
  await archive.db
    .insertInto('rule_agreement')
    .values({ attribute: 'indicator', origin: '', rule: 'a/b', confirmed: -1, corrected: 1, rejected: 0 })
    .execute()
  await archive.close()
  const before = await call(data)
  expect([before.code, before.out]).toEqual([1, expect.stringContaining('✗ agreement-disagrees  indicator a/b\n')])
  expect(before.out).toContain('trichluc verify --repair đếm lại')
  const repaired = await call(data, '--repair')
  expect([repaired.code, repaired.out]).toEqual([0, expect.stringContaining('agreement-recounted  indicator a/b\n')])
  expect((await call(data)).out).toMatch(/0 lỗi · errors, 0 ghi chú · notes\n$/)
})

it('a folder without an archive ends with 1 and a cure, and stays as it is', async () => {
  const data = join(await temporaryFolder(), 'sai-ten')
  const { code, out, err } = await call(data)
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain(`Thư mục ${data} không chứa kho. Đặt TRICHLUC_DATA`)
  expect(err).toContain(`The folder ${data} holds no archive. Set TRICHLUC_DATA`)
  expect(existsSync(data)).toBe(false)
})

it('an archive that another process owns is not touched', async () => {
  const { data } = await archiveWith('0123456789')
  const owner = await openArchive(data)
  const { code, err } = await call(data)
  await owner.close()
  expect(code).toBe(1)
  expect(err).toContain(data)
})
