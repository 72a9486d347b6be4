import { fork, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DEFAULT_LIMITS, shippedRules, understand } from '../../src/extract.ts'
import { embeddedRecogniser } from '../../src/read/ocr/embedded-recogniser.ts'
import { LANGUAGE, unpackedModel } from '../../src/read/ocr/language-model.ts'
import { DEFAULT_OCR, type OcrEngine } from '../../src/read/ocr/ocr-settings.ts'
import type { Raster } from '../../src/read/ocr/raster.ts'
import { readDocument } from '../../src/read/read.ts'
import { findTool } from '../../src/tools/optional-tools.ts'
import { fixtureText } from '../tools/scans/fixture-text.ts'
import { VARIANTS, type VariantName } from '../tools/scans/variants.ts'
import { makeScan } from '../tools/scans/write-scan.ts'

/**
 * How fast scans are read: pages a minute through the whole journey on all cores, beside the plain engine over the same page
 * images with as many processes, in turns in one run so that both meet the same machine. Then the peak of memory: of the
 * process with all its threads over a long document and a short one, divided by the threads, and of one tesseract process.
 * Needs what test/tools/scans/make-scans.ts needs. Run: npx tsx test/bench/ocr.bench.ts [VARIANT]
 */
const DOCUMENT = 'bac-kan-2020'
const PAGES = 6
const ROUNDS = 3
const cores = availableParallelism()

interface Images {
  readonly pdf: Buffer
  readonly files: readonly string[]
}

const make = async (folder: string, variant: VariantName): Promise<Images> => {
  const work = mkdtempSync(join(folder, 'work-'))
  const source = { name: DOCUMENT, text: fixtureText(DOCUMENT) }
  for (const as of ['pdf', 'pages'] as const)
    await makeScan(
      source,
      { name: variant, variant: VARIANTS[variant] },
      { out: folder, work, pages: PAGES, seed: '1', as },
    )
  const images = readdirSync(folder).filter(name => /-\d+\.(png|jpg)$/.test(name))
  return {
    pdf: readFileSync(join(folder, `${DOCUMENT}.${variant}.pdf`)),
    files: images.map(name => join(folder, name)),
  }
}

const minutes = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await work()
  return (performance.now() - from) / 60_000
}

const whole = (pdf: Buffer, engine: OcrEngine) => async () => {
  const read = await readDocument(pdf, { ...DEFAULT_LIMITS, ocr: { ...DEFAULT_OCR, engine } })
  if (!read.ok) throw new Error(read.problem.code)
  understand(read.document, shippedRules())
}

/** As many at once as there are cores. */
const inLanes = async <Item>(items: readonly Item[], work: (item: Item, lane: number) => Promise<unknown>) => {
  const waiting = items[Symbol.iterator]()
  const lane = async (_: unknown, number: number) => {
    for (const item of waiting) await work(item, number)
  }
  await Promise.all(Array.from({ length: cores }, lane))
}

interface Native {
  readonly program: string
  readonly model: string
}

/** @returns megabytes of memory at the peak, as far as Linux tells while it runs */
const tesseract = (file: string, { program, model }: Native): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, [file, 'stdout', '--tessdata-dir', model, '-l', LANGUAGE, '--oem', '1', 'tsv'], {
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      stdio: 'ignore',
    })
    let peak = 0
    const watch = setInterval(() => {
      const status = existsSync(`/proc/${child.pid}/status`) ? readFileSync(`/proc/${child.pid}/status`, 'utf8') : ''
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
    }, 100)
    child.on('error', reject)
    child.on('close', code => {
      clearInterval(watch)
      if (code === 0) resolve(peak)
      else reject(new Error(`tesseract: ${code}`))
    })
  })

const plainNative = (files: readonly string[], native: Native) => () => inLanes(files, file => tesseract(file, native))

const plainEmbedded = (rasters: readonly Raster[]) => async () => {
  const engines = Array.from({ length: cores }, () => embeddedRecogniser())
  await inLanes(
    rasters,
    (raster, lane) => engines[lane]?.recognise(raster, 'page', AbortSignal.timeout(600_000)) ?? fail(),
  )
  await Promise.all(engines.map(engine => engine.close()))
}

const fail = (): never => {
  throw new Error('no engine')
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const compare = async (name: string, ours: () => Promise<unknown>, plain: () => Promise<unknown>): Promise<void> => {
  await ours()
  const rounds: { ours: number; plain: number }[] = []
  for (let i = 0; i < ROUNDS; i++) rounds.push({ ours: await minutes(ours), plain: await minutes(plain) })
  const perMinute = (of: (round: { ours: number; plain: number }) => number) => PAGES / median(rounds.map(of))
  const [own, alone] = [perMinute(r => r.ours), perMinute(r => r.plain)]
  const ratio = median(rounds.map(r => r.plain / r.ours))
  console.log(
    `${name}: whole journey ${own.toFixed(1)} pages/min, engine alone ${alone.toFixed(1)}, ratio ${ratio.toFixed(2)}`,
  )
}

const MEASURE = '--memory-of'

/** Megabytes at the peak of a process of its own that reads the document. */
const peakOf = (path: string, engine: OcrEngine): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [MEASURE, path, engine], { execArgv: process.execArgv })
    child.on('message', megabytes => resolve(Number(megabytes)))
    child.on('error', reject)
    child.on('exit', code => code === 0 || reject(new Error(`the measured process ended with ${code}`)))
  })

const reportPeak = async ([path, engine]: readonly string[]): Promise<void> => {
  await whole(readFileSync(path ?? ''), engine === 'native' ? 'native' : 'embedded')()
  process.send?.(process.resourceUsage().maxRSS / 1024)
}

const run = async (variant: VariantName): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'ocr-bench-'))
  try {
    const { pdf, files } = await make(folder, variant)
    console.log(`${PAGES} pages of ${DOCUMENT}, ${variant}; ${cores} cores; medians of ${ROUNDS} rounds in turns`)
    const tool = await findTool('tesseract')
    const native = tool ? { program: tool.path, model: await unpackedModel() } : null
    if (native) await compare('native', whole(pdf, 'native'), plainNative(files, native))
    const { default: sharp } = await import('sharp')
    const rasters = await Promise.all(
      files.map(async (file): Promise<Raster> => {
        const image = sharp(file).greyscale().toColourspace('b-w').raw()
        const { data, info } = await image.toBuffer({ resolveWithObject: true })
        return { data, width: info.width, height: info.height, channels: 1, dpi: 300 }
      }),
    )
    await compare('embedded', whole(pdf, 'embedded'), plainEmbedded(rasters))
    const path = join(folder, 'measured.pdf')
    writeFileSync(path, pdf)
    for (const engine of native ? (['native', 'embedded'] as const) : (['embedded'] as const)) {
      const peak = await peakOf(path, engine)
      console.log(`${engine}: peak of the process ${peak.toFixed(0)} MB, a worker ${(peak / cores).toFixed(0)} MB`)
    }
    if (native) console.log(`one tesseract process: peak ${(await tesseract(files[0] ?? '', native)).toFixed(0)} MB`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const [first, ...rest] = process.argv.slice(2)
if (first === MEASURE) await reportPeak(rest)
else await run(first !== undefined && Object.hasOwn(VARIANTS, first) ? (first as VariantName) : 'clean')
