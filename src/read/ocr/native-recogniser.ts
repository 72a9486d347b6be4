import { spawn } from 'node:child_process'
import { LANGUAGE } from './language-model.ts'
import { portableGraymap } from './portable-graymap.ts'
import type { Raster } from './raster.ts'
import { type Recogniser, RecognitionFailed, SEGMENTATION, type TextForm } from './recogniser.ts'
import { wordsOfTsv } from './tsv.ts'

/** Bytes that a page's table may have; a page of small print has a tenth of it. */
const MAX_OUTPUT = 20_000_000

/** Characters of what the program says of itself that are kept. */
const MAX_COMPLAINT = 2_000

/**
 * Reads with the installed tesseract, one process a page.
 * @param program path of tesseract
 * @param model folder that holds the unpacked model
 */
export const nativeRecogniser = (program: string, model: string): Recogniser => ({
  engine: 'native',
  recognise: async (page, form, signal) =>
    wordsOfTsv(await run(program, argumentsFor(page, form, model), page, signal)),
  close: async () => undefined,
})

const argumentsFor = ({ dpi }: Raster, form: TextForm, model: string): readonly string[] => [
  ...['stdin', 'stdout', '--tessdata-dir', model, '-l', LANGUAGE, '--oem', '1', '--psm', SEGMENTATION[form]],
  ...['--dpi', String(Math.round(dpi)), '-c', 'tessedit_create_tsv=1'],
]

function run(program: string, args: readonly string[], page: Raster, signal: AbortSignal): Promise<string> {
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
    child.stdin.end(portableGraymap(page))
    child.on('error', error => reject(signal.aborted ? signal.reason : new RecognitionFailed(error.message)))
    child.on('close', (code, killed) => {
      if (signal.aborted) reject(signal.reason)
      else if (code === 0) resolve(Buffer.concat(output).toString())
      else reject(new RecognitionFailed(complaint.trim().split('\n').at(-1) || `tesseract: ${killed ?? code}`))
    })
  })
}
