import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Problem, problem } from '../../problem.ts'
import { Slots } from '../../slots.ts'
import type { Tool } from '../../tools/optional-tools.ts'
import { writeProfile } from './profile.ts'
import { type ProcessLimits, runLimited } from './run-limited.ts'

/** A document as .docx, or why it can't be converted. */
export type Converted = { readonly docx: Uint8Array } | { readonly problem: Problem }

/** What LibreOffice is to read a file as; the extension and, where its own guess could be another, the import filter. */
export interface Source {
  readonly extension: 'doc' | 'rtf' | 'odt' | 'html'
  readonly filter: string | null
}

export const LIMITS: ProcessLimits = { time: 120_000, memory: 4 * 1024 ** 3, file: 512 * 1024 ** 2 }

/** A conversion takes one core and about 220 MB. */
const slots = new Slots(Math.max(1, Math.min(4, availableParallelism() >> 1)))

const WORD = 'docx:MS Word 2007 XML'

/**
 * Converts a document to .docx with LibreOffice, in a folder and with a profile of its own that are removed afterwards.
 * Macros don't run, links are not followed. Conversions beyond the number that runs at once wait.
 * Problems: `conversion-timeout`, `damaged-file` (LibreOffice can't open it), `missing-tool` (it was removed meanwhile).
 * @throws the system's error where the folder has no room
 */
export const convertToDocx = (
  bytes: Uint8Array,
  source: Source,
  soffice: Tool,
  limits: ProcessLimits = LIMITS,
): Promise<Converted> =>
  slots.run(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trichluc-office-'))
    try {
      return await convertIn(folder, bytes, source, soffice, limits)
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  })

async function convertIn(
  folder: string,
  bytes: Uint8Array,
  { extension, filter }: Source,
  soffice: Tool,
  limits: ProcessLimits,
): Promise<Converted> {
  const profile = join(folder, 'profile')
  const input = join(folder, `document.${extension}`)
  const out = join(folder, 'out')
  await writeProfile(profile)
  await writeFile(input, bytes)
  const ending = await runLimited(
    [
      soffice.path,
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      ...['--headless', '--norestore', '--nologo', '--nodefault', '--nofirststartwizard'],
      ...(filter === null ? [] : [`--infilter=${filter}`]),
      ...['--convert-to', WORD, '--outdir', out, input],
    ],
    { PATH: process.env.PATH ?? '', HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8', SAL_USE_VCLPLUGIN: 'svp' },
    limits,
  )
  if (ending === null)
    return { problem: problem('missing-tool', { tool: 'LibreOffice', packages: 'libreoffice-writer' }) }
  if (ending === 'timeout')
    return { problem: problem('conversion-timeout', { seconds: Math.round(limits.time / 1000) }) }
  const docx = await resultIn(join(out, 'document.docx'))
  if (docx !== null) return { docx }
  // LibreOffice does not tell that the disk was full; another copy of the file does.
  await writeFile(join(folder, 'room'), bytes)
  return { problem: problem('damaged-file', { detail: 'LibreOffice cannot open it' }) }
}

/** LibreOffice ends with 0 whatever happened; whether there is a result tells. */
async function resultIn(file: string): Promise<Uint8Array | null> {
  const size = await stat(file).then(
    ({ size }) => size,
    () => 0,
  )
  return size === 0 ? null : await readFile(file)
}
