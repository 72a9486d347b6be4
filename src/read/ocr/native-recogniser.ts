import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
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

/** What must not outlive this process: programs that read, and the pages that they were given. */
const running = new Set<ChildProcess>()
const given = new Set<string>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
  for (const path of given) rmSync(path, { force: true })
})

/**
 * Reads with the installed tesseract, one process a page. The page goes to it in a file for the time of its reading, which saves the
 * program an eighth of its work; where no file can be written, through its input.
 * @param program path of tesseract
 * @param model folder that holds the unpacked model
 * @param scratch folder for the files of pages
 */
export const nativeRecogniser = (program: string, model: string, scratch = tmpdir()): Recogniser => ({
  engine: 'native',
  async recognise(page, form, signal) {
    signal.throwIfAborted()
    const path = join(scratch, `trichluc-${randomUUID()}.tif`)
    given.add(path)
    try {
      const isGiven = await writePage(page, path)
      const args = argumentsFor(page, form, model, isGiven ? path : 'stdin')
      return wordsOfTsv(await run(program, args, isGiven ? null : page, signal))
    } finally {
      await rm(path, { force: true }).catch(() => undefined)
      given.delete(path)
    }
  },
  close: async () => undefined,
})

/** @returns whether the page is there as a whole: there may be no folder, or a full disk */
async function writePage(page: Raster, path: string): Promise<boolean> {
  const { before, after } = plainTiff(page)
  const parts = [before, page.data, after]
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      const { bytesWritten } = await file.writev(parts)
      return bytesWritten === parts.reduce((sum, part) => sum + part.length, 0)
    } finally {
      await file.close()
    }
  } catch {
    return false
  }
}

const argumentsFor = ({ dpi }: Raster, form: TextForm, model: string, source: string): readonly string[] => [
  ...[source, 'stdout', '--tessdata-dir', model, '-l', LANGUAGE, '--oem', '1', '--psm', SEGMENTATION[form]],
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
    running.add(child)
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
    child.on('error', error => {
      running.delete(child)
      reject(signal.aborted ? signal.reason : new RecognitionFailed(error.message))
    })
    child.on('close', (code, killed) => {
      running.delete(child)
      if (signal.aborted) reject(signal.reason)
      else if (code === 0) resolve(Buffer.concat(output).toString())
      else reject(new RecognitionFailed(complaint.trim().split('\n').at(-1) || `tesseract: ${killed ?? code}`))
    })
  })
}
