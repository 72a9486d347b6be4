import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { chooseRecogniser } from '../../../src/read/ocr/choose-recogniser.ts'
import { unpackedModel } from '../../../src/read/ocr/language-model.ts'
import { nativeRecogniser } from '../../../src/read/ocr/native-recogniser.ts'
import type { Raster } from '../../../src/read/ocr/raster.ts'
import { RecognitionFailed } from '../../../src/read/ocr/recogniser.ts'

const SCANS = new URL('../../../fixtures/scans/', import.meta.url)

const TOP = 150
const LEFT = 300

/** The head of a scanned page. */
async function head(): Promise<Raster> {
  const { data, info } = await sharp(readFileSync(new URL('lang-son-2020.skewed-1.jpg', SCANS)))
    .extract({ left: LEFT, top: TOP, width: 2100, height: 500 })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: 1, dpi: 300 }
}

interface Truth {
  readonly pages: readonly { readonly words: readonly { readonly text: string; readonly box: readonly number[] }[] }[]
}
const truth = JSON.parse(readFileSync(new URL('lang-son-2020.skewed.json', SCANS), 'utf8')) as Truth

const recogniserOf = async (engine: 'native' | 'embedded') => {
  const chosen = await chooseRecogniser(engine)
  if ('problem' in chosen) throw new Error(chosen.problem.code)
  return chosen.make()
}

const scratch = mkdtempSync(join(tmpdir(), 'model-'))
afterAll(() => rmSync(scratch, { recursive: true }))
afterEach(() => vi.unstubAllEnvs())

describe.each(['native', 'embedded'] as const)('the %s engine', engine => {
  it('reads words with their ink, and goes on after a page that was stopped', async () => {
    const recogniser = await recogniserOf(engine)
    try {
      const page = await head()
      await expect(recogniser.recognise(page, 'page', AbortSignal.abort(new Error('stopped')))).rejects.toThrow(
        'stopped',
      )
      const soon = new AbortController()
      setTimeout(() => soon.abort(new Error('too slow')), 100)
      await expect(recogniser.recognise(page, 'page', soon.signal)).rejects.toThrow('too slow')

      const words = await recogniser.recognise(page, 'page', new AbortController().signal)
      expect(words.map(word => word.text).join(' ')).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
      const congHoa = words.filter(word => word.text === 'CỘNG' || word.text === 'HÒA')
      expect(new Set(congHoa.map(word => word.line)).size).toBe(1)
      for (const { text, box, confidence } of congHoa) {
        const ink = truth.pages[0]?.words.find(word => word.text === text)?.box ?? []
        const off = box.map((side, i) => Math.abs(side + (i % 2 === 0 ? LEFT : TOP) - (ink[i] ?? 0)))
        expect(Math.max(...off)).toBeLessThan(12)
        expect(confidence).toBeGreaterThan(60)
        expect(confidence).toBeLessThanOrEqual(100)
      }
    } finally {
      await recogniser.close()
    }
  })
})

describe('the engine', () => {
  it('is the embedded one where tesseract is not installed, unless the native one is asked for', async () => {
    vi.stubEnv('PATH', scratch)
    expect(await chooseRecogniser('auto')).toMatchObject({ engine: 'embedded' })
    expect(await chooseRecogniser('native')).toEqual({ problem: { code: 'ocr-missing', details: {} } })
  })

  it('that fails says what its program said', async () => {
    const broken = join(scratch, 'broken')
    writeFileSync(broken, '#!/bin/sh\necho "Error opening data file" >&2\nexit 1\n', { mode: 0o755 })
    const page: Raster = { data: new Uint8Array(4), width: 2, height: 2, channels: 1, dpi: 300 }
    const signal = new AbortController().signal
    await expect(nativeRecogniser(broken, scratch).recognise(page, 'page', signal)).rejects.toEqual(
      new RecognitionFailed('Error opening data file'),
    )
    await expect(nativeRecogniser(join(scratch, 'none'), scratch).recognise(page, 'page', signal)).rejects.toThrow(
      RecognitionFailed,
    )
  })

  it('gets the page through its input where no file can be written, and leaves no file where one can', async () => {
    const [recogniser, model] = [join(scratch, 'counting'), scratch]
    writeFileSync(recogniser, '#!/bin/sh\nif [ "$1" = stdin ]; then wc -c >&2; else wc -c < "$1" >&2; fi\nexit 1\n', {
      mode: 0o755,
    })
    const page: Raster = { data: new Uint8Array(10_000), width: 100, height: 100, channels: 1, dpi: 300 }
    const signal = new AbortController().signal
    const bytesGot = async (folder: string) => {
      const engine = nativeRecogniser(recogniser, model, folder)
      const said = await engine.recognise(page, 'page', signal).then(
        () => '',
        (error: unknown) => (error instanceof RecognitionFailed ? error.message : ''),
      )
      await engine.close()
      return Number(said)
    }
    const pages = join(scratch, 'pages')
    mkdirSync(pages)
    expect(await bytesGot(pages)).toBe(10_000 + 8 + 2 + 12 * 12 + 4 + 8)
    expect(readdirSync(pages)).toEqual([])
    expect(await bytesGot(join(scratch, 'no such folder'))).toBe(10_000 + 'P5\n100 100\n255\n'.length)
  })

  it('that is killed fails with the name of the signal', async () => {
    const killed = join(scratch, 'killed')
    writeFileSync(killed, '#!/bin/sh\nkill -9 $$\n', { mode: 0o755 })
    const page: Raster = { data: new Uint8Array(4), width: 2, height: 2, channels: 1, dpi: 300 }
    const reading = nativeRecogniser(killed, scratch).recognise(page, 'page', new AbortController().signal)
    await expect(reading).rejects.toEqual(new RecognitionFailed('tesseract: SIGKILL'))
  })
})

describe('the model', () => {
  it('is unpacked once and whole, by however many at once, and anew where it is damaged', async () => {
    const folders = [join(scratch, 'a file', 'cache'), join(scratch, 'cache')]
    writeFileSync(join(scratch, 'a file'), '')
    const [folder = '', ...others] = await Promise.all(Array.from({ length: 4 }, () => unpackedModel(folders)))
    expect(new Set(others)).toEqual(new Set([folder]))
    expect(readdirSync(folder)).toEqual(['vie.traineddata'])
    const model = readFileSync(join(folder, 'vie.traineddata'))
    expect(model.length).toBeGreaterThan(1_000_000)
    writeFileSync(join(folder, 'vie.traineddata'), model.subarray(0, 1000))
    await unpackedModel(folders)
    expect(readFileSync(join(folder, 'vie.traineddata')).equals(model)).toBe(true)
  })

  it('that can be put nowhere is a failure', async () => {
    writeFileSync(join(scratch, 'another file'), '')
    await expect(unpackedModel([join(scratch, 'another file', 'x')])).rejects.toThrow(/ENOTDIR/)
  })
})
