import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findTool, findTools } from '../../src/tools/optional-tools.ts'
import { TOOLS } from '../../src/tools/tools.ts'
import { temporaryFolder } from '../support/folder.ts'

/** A folder with small programs: their names and what they print. */
async function folderWith(programs: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder()
  for (const [name, script] of Object.entries(programs)) {
    await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`)
    await chmod(join(folder, name), 0o755)
  }
  return folder
}

test('a program is found in the first folder that has it, with its version', async () => {
  const older = await folderWith({ tesseract: 'echo "tesseract 4.1.1"; echo " leptonica-1.79.0"' })
  const newer = await folderWith({ tesseract: 'echo "tesseract 5.3.0" >&2' })
  expect(await findTool('tesseract', `${newer}:${older}`)).toEqual({
    name: 'tesseract',
    path: join(newer, 'tesseract'),
    version: '5.3.0',
  })
  expect((await findTool('tesseract', `${older}:${newer}`))?.version).toBe('4.1.1')
})

test('LibreOffice is found under either of its names', async () => {
  const folder = await folderWith({ libreoffice: 'echo "LibreOffice 7.4.7.2 40(Build:2)"' })
  expect(await findTool('soffice', folder)).toMatchObject({ path: join(folder, 'libreoffice'), version: '7.4.7.2' })
})

test('a program that fails to tell its version is found without one', async () => {
  const folder = await folderWith({ soffice: 'exit 77' })
  expect(await findTool('soffice', folder)).toMatchObject({ version: null })
})

test('folders, files that may not be run and relative folders of the path are passed over', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'soffice'))
  await writeFile(join(folder, 'tesseract'), '#!/bin/sh\n')
  expect(await findTool('soffice', folder)).toBeNull()
  expect(await findTool('tesseract', folder)).toBeNull()
  expect(await findTool('soffice', `.:${folder}:bin:`)).toBeNull()
})

test('a program that is installed later is found then', async () => {
  const folder = await temporaryFolder()
  expect(await findTool('tesseract', folder)).toBeNull()
  await writeFile(join(folder, 'tesseract'), '#!/bin/sh\necho 5.5\n', { mode: 0o755 })
  expect(await findTool('tesseract', folder)).toMatchObject({ version: '5.5' })
})

test('all are listed, the missing ones too', async () => {
  const folder = await folderWith({ soffice: 'echo 24.2' })
  const tools = await findTools(folder)
  expect(tools.map(({ name }) => name)).toEqual(Object.keys(TOOLS))
  expect(tools.map(({ tool }) => tool?.version ?? null)).toEqual(['24.2', null])
})
