import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, inject, onTestFinished, test } from 'vitest'
import { openSharedArchive } from '../../src/archive/open-archive.ts'
import { MARK } from '../../src/archive/originals/place.ts'
import { newDatabase } from '../support/archive.ts'
import { filesBelow, temporaryFolder } from '../support/folder.ts'
import { problemOf } from '../support/problem-of.ts'

const server = inject('postgres') ?? ''
const DAY = 24 * 60 * 60 * 1000

test.skipIf(server === '')(
  'originals in a folder that machines share: one reads what another stored, and none removes what another takes in',
  async () => {
    const url = await newDatabase(server)
    const folder = await temporaryFolder()
    const open = async () => {
      const archive = await openSharedArchive(url, folder)
      onTestFinished(() => archive.close())
      return archive
    }
    const first = await open()
    let goOn = () => {}
    const paused = new Promise<void>(resolve => {
      goOn = resolve
    })
    const slow = Readable.from(
      (async function* () {
        yield Buffer.from('Kế ')
        await paused
        yield Buffer.from('hoạch')
      })(),
    )
    const adding = first.add(slow, 'a.txt', 1000)
    await expect.poll(() => filesBelow(join(folder, 'incoming'))).toHaveLength(1)
    const second = await open()
    goOn()
    const { document } = await adding
    expect(Buffer.from(await second.original(document)).toString()).toBe('Kế hoạch')
    expect(await filesBelow(folder)).toEqual([join(document.sha256.slice(0, 2), document.sha256), MARK])
    expect(await second.db.selectFrom('original_chunks').select('upload').execute()).toEqual([])
  },
)

test.skipIf(server === '')('what an upload left in a shared folder long ago is swept', async () => {
  const folder = await temporaryFolder()
  const left = join(folder, 'incoming', 'left')
  await mkdir(join(folder, 'incoming'))
  await writeFile(left, 'half')
  const longAgo = new Date(Date.now() - 2 * DAY)
  await utimes(left, longAgo, longAgo)
  const archive = await openSharedArchive(await newDatabase(server), folder)
  onTestFinished(() => archive.close())
  expect(await filesBelow(folder)).toEqual([MARK])
})

test.skipIf(server === '')('a folder of originals that cannot be used is told of', async () => {
  const file = join(await temporaryFolder(), 'file')
  await writeFile(file, '')
  expect(await problemOf(openSharedArchive(await newDatabase(server), file))).toMatchObject({
    code: 'unusable-folder',
    details: { folder: file },
  })
})
