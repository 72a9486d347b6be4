import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { temporaryFolder } from './folder.ts'

/** A folder with small programs: their names and the shell lines they run. */
export async function folderWith(programs: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder()
  for (const [name, script] of Object.entries(programs)) {
    await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  }
  return folder
}

/** Makes these programs the only ones that are installed, until the test ends. */
export async function installOnly(programs: Readonly<Record<string, string>>): Promise<string> {
  const folder = await folderWith(programs)
  vi.stubEnv('PATH', folder)
  onTestFinished(() => void vi.unstubAllEnvs())
  return folder
}
