import { spawn } from 'node:child_process'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LANGUAGE } from './language-model.ts'
import { plainTiff } from './plain-tiff.ts'
import { portableGraymap } from './portable-graymap.ts'
import type { Raster } from './raster.ts'
import { type Recogniser, RecognitionFailed, SEGMENTATION, type TextForm } from './recogniser.ts'
import { wordsOfTsv } from './tsv.ts'

/** Bytes that a page's table may have; a page of small print has a tenth of it. */
const MAX_OUTPUT = 20_000_000

/** Characters of what the program says of itself that are kept. */
const MAX_COMPLAINT = 2_000

/**
 * Reads with the installed tesseract, one process a page. The page goes to it in a file for the time of its reading, which saves the
 * program an eighth of its work; where no file can be written, through its input.
 * @param program path of tesseract
 * @param model folder that holds the unpacked model
 * @param scratch folder in which a folder for the page's file is made
 */
export function nativeRecogniser(program: string, model: string, scratch = tmpdir()): Recogniser {
  let folder: Promise<string | null> | null = null
  return {
    engine: 'native',
    async recognise(page, form, signal) {
      signal.throwIfAborted()
      folder ??= mkdtemp(join(scratch, 'trichluc-page-')).catch(() => null)
      const file = await pageFile(page, await folder)
      try {
        return wordsOfTsv(
          await run(program, argumentsFor(page, form, model, file), file === null ? page : null, signal),
        )
      } finally {
        if (file !== null) await rm(file, { force: true })
      }
    },
    async close() {
      const made = await folder
      folder = null
      if (made !== null) await rm(made, { recursive: true, force: true })
    },
  }
}

/** @returns its path; null where it cannot be written: no folder, a full disk */
async function pageFile(page: Raster, folder: string | null): Promise<string | null> {
  if (folder === null) return null
  const path = join(folder, 'page.tif')
  const { before, after } = plainTiff(page)
  try {
    const file = await open(path, 'w', 0o600)
    try {
      const parts = [before, page.data, after]
      const { bytesWritten } = await file.writev(parts)
      if (bytesWritten === parts.reduce((sum, part) => sum + part.length, 0)) return path
    } finally {
      await file.close()
    }
  } catch {
    // the program's input is left
  }
  await rm(path, { force: true }).catch(() => undefined)
  return null
}

const argumentsFor = ({ dpi }: Raster, form: TextForm, model: string, file: string | null): readonly string[] => [
  ...[file ?? 'stdin', 'stdout', '--tessdata-dir', model, '-l', LANGUAGE, '--oem', '1', '--psm', SEGMENTATION[form]],
  ...['--dpi', String(Math.round(dpi)), '-c', 'tessedit_create_tsv=1'],
]

function run(program: string, args: readonly string[], input: Raster | null, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      // with more than one thread a page takes several times as long
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      signal,
      killSignal: 'SIGKILL',
    })
    const output: Buffer[] = []
    let bytes = 0
    let complaint = ''
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      output.push(chunk)
      if (bytes > MAX_OUTPUT) child.kill('SIGKILL')
    })
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-MAX_COMPLAINT)
    })
    // a program that ends early closes its input; its exit code says why
    child.stdin.on('error', () => undefined)
    child.stdin.end(input === null ? undefined : portableGraymap(input))
    child.on('error', error => reject(signal.aborted ? signal.reason : new RecognitionFailed(error.message)))
    child.on('close', (code, killed) => {
      if (signal.aborted) reject(signal.reason)
      else if (code === 0) resolve(Buffer.concat(output).toString())
      else reject(new RecognitionFailed(complaint.trim().split('\n').at(-1) || `tesseract: ${killed ?? code}`))
    })
  })
}
