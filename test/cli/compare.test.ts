import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { run } from '../../src/cli/run.ts'
import type { Extraction } from '../../src/contract/index.ts'
import { calling } from '../support/calling.ts'
import { extractionOf, observation } from '../support/extraction.ts'
import { temporaryFolder } from '../support/folder.ts'

const TEXT = 'Thành lập mới 35 hợp tác xã'

const read = (parts: Partial<Extraction> = {}, bytes = TEXT) => extractionOf(Buffer.from(bytes), 'a.txt', parts)

const call = async (before: unknown, after: unknown, ...args: string[]) => {
  const folder = await temporaryFolder()
  const paths = [join(folder, 'before.json'), join(folder, 'after.json')]
  for (const [i, value] of [before, after].entries()) await writeFile(paths[i] ?? '', JSON.stringify(value))
  return await calling(streams => run(['compare', ...paths, ...args], streams))
}

it('two results of one file are compared', async () => {
  const after = read({ observations: [observation(TEXT, '35')] })
  const { code, out } = await call(read(), after)
  expect(code).toBe(0)
  expect(out).toMatch(/\+ +tr\.1 d\.1 +35 +organisations_new/)
  const json = await call(read(), after, '--format', 'json')
  expect(JSON.parse(json.out).observations.gained).toHaveLength(1)
})

it('results of two files are not', async () => {
  const { code, out, err } = await call(read(), read({}, 'khác 35'))
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(/another original/)
})

it('what is no result is named with what is wrong', async () => {
  const { code, err } = await call({ text: 1 }, read())
  expect(code).toBe(1)
  expect(err).toMatch(/before\.json: This is no extraction\./)
})
