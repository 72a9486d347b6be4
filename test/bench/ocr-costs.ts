import { fork, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import type { OcrEngine } from '../../src/read/ocr/ocr-settings.ts'
import type { Raster } from '../../src/read/ocr/raster.ts'

/** The measuring part of `ocr.bench.ts`, which makes the pages: it runs beside the built program, without a translator. */
const built = async <Module>(path: string): Promise<Module> =>
  (await import(new URL(`../${path}.js`, import.meta.url).href)) as Module

const { DEFAULT_LIMITS, extract } = await built<typeof import('../../src/extract.ts')>('extract')
const { embeddedRecogniser } =
  await built<typeof import('../../src/read/ocr/embedded-recogniser.ts')>('read/ocr/embedded-recogniser')
const { LANGUAGE, unpackedModel } =
  await built<typeof import('../../src/read/ocr/language-model.ts')>('read/ocr/language-model')
const { DEFAULT_OCR } = await built<typeof import('../../src/read/ocr/ocr-settings.ts')>('read/ocr/ocr-settings')
const { findTool } = await built<typeof import('../../src/tools/optional-tools.ts')>('tools/optional-tools')

const cores = availableParallelism()

interface Cost {
  readonly minutes: number
  /** Of this process, its threads and the processes it has ended, seconds; none where the system does not tell. */
  readonly processor: number
}

const TICKS_A_SECOND = 100

/** Seconds of processor until now. See proc_pid_stat(5): utime, stime, cutime, cstime. */
const processor = (): number => {
  if (!existsSync('/proc/self/stat')) return Number.NaN
  const fields = (readFileSync('/proc/self/stat', 'utf8').split(') ')[1] ?? '').split(' ').slice(11, 15)
  return fields.reduce((sum, field) => sum + Number(field), 0) / TICKS_A_SECOND
}

const costOf = async (work: () => Promise<unknown>): Promise<Cost> => {
  const [from, used] = [performance.now(), processor()]
  await work()
  return { minutes: (performance.now() - from) / 60_000, processor: processor() - used }
}

const whole = (pdf: Buffer, engine: OcrEngine) => async () => {
  const read = await extract(pdf, 'pages', { ...DEFAULT_LIMITS, ocr: { ...DEFAULT_OCR, engine } })
  if (!read.ok) throw new Error(read.problem.code)
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
    const table = ['-c', 'tessedit_create_tsv=1']
    const child = spawn(program, [file, 'stdout', '--tessdata-dir', model, '-l', LANGUAGE, '--oem', '1', ...table], {
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

interface Comparison {
  readonly pages: number
  readonly rounds: number
}

const compare = async (
  name: string,
  ours: () => Promise<unknown>,
  plain: () => Promise<unknown>,
  { pages, rounds: count }: Comparison,
): Promise<void> => {
  await ours()
  const rounds: { ours: Cost; plain: Cost }[] = []
  for (let i = 0; i < count; i++) rounds.push({ ours: await costOf(ours), plain: await costOf(plain) })
  const middle = (of: (round: { ours: Cost; plain: Cost }) => number) => median(rounds.map(of))
  const speeds = [middle(r => pages / r.ours.minutes), middle(r => pages / r.plain.minutes)]
  const costs = [middle(r => r.ours.processor / pages), middle(r => r.plain.processor / pages)]
  const show = ([own = 0, alone = 0]: readonly number[], ratio: number, digits: number) =>
    `whole journey ${own.toFixed(digits)}, engine alone ${alone.toFixed(digits)}, ratio ${ratio.toFixed(2)}`
  console.log(
    [
      `${name}, pages a minute: ${show(
        speeds,
        middle(r => r.plain.minutes / r.ours.minutes),
        1,
      )}`,
      `${name}, seconds of processor a page: ${show(
        costs,
        middle(r => r.plain.processor / r.ours.processor),
        2,
      )}`,
    ].join('\n'),
  )
}

const MEASURE = '--memory-of'

/** Megabytes at the peak of a process of its own that reads the document. */
const peakOf = (path: string, engine: OcrEngine): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [MEASURE, path, engine])
    child.on('message', megabytes => resolve(Number(megabytes)))
    child.on('error', reject)
    child.on('exit', code => code === 0 || reject(new Error(`the measured process ended with ${code}`)))
  })

const reportPeak = async ([path, engine]: readonly string[]): Promise<void> => {
  await whole(readFileSync(path ?? ''), engine === 'native' ? 'native' : 'embedded')()
  process.send?.(process.resourceUsage().maxRSS / 1024)
}

const run = async (path: string, folder: string, rounds: number): Promise<void> => {
  const pdf = readFileSync(path)
  const files = readdirSync(folder).flatMap(name => (/-\d+\.(png|jpg)$/.test(name) ? [join(folder, name)] : []))
  const size = { pages: files.length, rounds }
  console.log(`${files.length} pages; ${cores} cores; medians of ${rounds} rounds in turns`)
  const tool = await findTool('tesseract')
  const native = tool ? { program: tool.path, model: await unpackedModel() } : null
  if (native) await compare('native', whole(pdf, 'native'), plainNative(files, native), size)
  else console.log('native: not measured, tesseract is not installed')
  const rasters = await Promise.all(
    files.map(async (file): Promise<Raster> => {
      const image = sharp(file).greyscale().toColourspace('b-w').raw()
      const { data, info } = await image.toBuffer({ resolveWithObject: true })
      return { data, width: info.width, height: info.height, channels: 1, dpi: 300 }
    }),
  )
  await compare('embedded', whole(pdf, 'embedded'), plainEmbedded(rasters), size)
  for (const engine of native ? (['native', 'embedded'] as const) : (['embedded'] as const)) {
    const peak = await peakOf(path, engine)
    console.log(`${engine}: peak of the process ${peak.toFixed(0)} MB, a worker ${(peak / cores).toFixed(0)} MB`)
  }
  if (native) console.log(`one tesseract process: peak ${(await tesseract(files[0] ?? '', native)).toFixed(0)} MB`)
}

const [first = '', second = '', third = ''] = process.argv.slice(2)
await (first === MEASURE ? reportPeak([second, third]) : run(first, second, Number(third)))
