/**
 * How fast the reviewer's workplace is in the browser: `npm run bench:review`.
 *
 * For a plan in PDF with 14 pages and 333 records, and for a text of 2,000 records: milliseconds from opening the address (by the browser's
 * own clock) until the first page (or text) and its records are drawn, in a browser that has just been started and then again; and from each
 * key until the browser has painted the next frame (Event Timing, of which "interaction to next paint" is made; in steps of 8 ms), and until
 * the second frame after it begins, so that what the key did is on the screen for sure.
 * Medians, nine of ten, and the slowest of twenty; and, to tell a slow machine from a slow page, how long the same browser takes in the same
 * minute to lay out a page of 2,000 plain rows. The built program answers, as in use. Needs Chromium; where it is not at /usr/bin/chromium, `CHROMIUM`
 * says where.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import type { ArchivedDocument } from '../../src/http/schemas.ts'

const ROOT = join(import.meta.dirname, '../..')
const PORT = 18_231
const ADDRESS = `http://127.0.0.1:${PORT}`
const STROKES = 20
/** Milliseconds between strokes: ten a second, faster than anybody decides; with `STROKE_PAUSE=500` two. */
const PAUSE = Number(process.env.STROKE_PAUSE ?? 100)
const OPENINGS = 10
const RECORDS = 2000

const plan = readFileSync(join(ROOT, 'fixtures/documents/bac-kan-2020.pdf'))
const source = readFileSync(join(ROOT, 'fixtures/gold/lang-son-2020.txt'), 'utf8')
const long = source.repeat(Math.ceil(RECORDS / 148))

const folder = mkdtempSync(join(tmpdir(), 'trichluc-bench-'))
const server = spawn(process.execPath, ['dist/main.js'], {
  cwd: ROOT,
  env: { ...process.env, PORT: String(PORT), TRICHLUC_DATA: folder },
  stdio: 'ignore',
})

const json = async <T>(path: string, init?: RequestInit): Promise<T> =>
  (await (await fetch(`${ADDRESS}${path}`, init)).json()) as T

const uploaded = async (name: string, bytes: Uint8Array<ArrayBuffer>): Promise<ArchivedDocument> => {
  const form = new FormData()
  form.append('file', new Blob([bytes]), name)
  const { documents } = await json<{ documents: { document: ArchivedDocument }[] }>('/v1/documents', {
    ...{ method: 'POST', body: form },
  })
  const id = documents[0]?.document.id ?? ''
  let document = await json<ArchivedDocument>(`/v1/documents/${id}`)
  while (document.read === null) {
    await new Promise(resolve => setTimeout(resolve, 200))
    document = await json(`/v1/documents/${id}`)
  }
  // As for whoever comes second: the rules are loaded, the records were made.
  await json(`/v1/documents/${id}/records`)
  return document
}

/** What is faster is not told by the browser. */
const LEAST_TOLD = 16

/** In the page, so that the way to it does not count: from the key to its paint, and to the second frame after it. */
const TIMER = `
  globalThis.keyTimes = []
  globalThis.paints = []
  new PerformanceObserver(list => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') paints.push(duration)
  }).observe({ type: 'event', durationThreshold: ${LEAST_TOLD} })
  addEventListener('keydown', () => {
    const before = performance.now()
    requestAnimationFrame(() => requestAnimationFrame(() => keyTimes.push(performance.now() - before)))
  }, true)`

/** In the page: lays out 2,000 rows ten times, and gives the median in milliseconds. */
const YARDSTICK = `(() => {
  const times = Array.from({ length: 10 }, (_, nth) => {
    document.body.innerHTML = Array.from({ length: 2000 }, (_, i) => '<p>' + i + ' ' + nth + ' hợp tác xã</p>').join('')
    const before = performance.now()
    document.body.getBoundingClientRect()
    return performance.now() - before
  })
  return times.sort((a, b) => a - b)[5]
})()`

/** In the page as well: marks the frame in which all of these are there. */
const watching = (selectors: readonly string[]) => `
  const look = () => {
    if (${JSON.stringify(selectors)}.every(each => document.querySelector(each) !== null)) performance.mark('drawn')
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)`

const stroke = async (page: Page, key: string): Promise<number> => {
  const before = await page.evaluate<number>('keyTimes.length')
  await page.keyboard.press(key)
  for (;;) {
    const times = await page.evaluate<number[]>('keyTimes')
    if (times.length > before) return times.at(-1) ?? 0
  }
}

const summary = (times: readonly number[]): string => {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0)
  return `median ${at(0.5)} ms, nine of ten within ${at(0.9)} ms, slowest ${at(1)} ms`
}

try {
  const isReady = () =>
    fetch(`${ADDRESS}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isReady())) await new Promise(resolve => setTimeout(resolve, 200))
  for (const [name, bytes, drawn] of [
    ['bac-kan-2020.pdf', new Uint8Array(plan), '.sheet canvas'],
    ['dai.txt', new TextEncoder().encode(long), '.text-pane mark'],
  ] as const) {
    const document = await uploaded(name, bytes)
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    })
    const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
    await page.addInitScript("localStorage.setItem('trichluc.reviewer', 'Lan')")
    await page.addInitScript(watching([drawn, 'tr.record[data-id]']))
    console.log(`${name}: ${document.pages ?? 'no'} pages, ${document.observations} records`)
    const opened: number[] = []
    for (let i = 0; i <= OPENINGS; i++) {
      await page.goto(`${ADDRESS}/documents/${document.id}`)
      await Promise.all([page.locator(drawn).first().waitFor(), page.locator('tr.record[data-id]').first().waitFor()])
      const times = "performance.getEntriesByName('drawn').map(({ startTime }) => startTime)"
      let time: number | undefined
      while (time === undefined) [time] = await page.evaluate<number[]>(times)
      opened.push(time)
    }
    const [first = 0, ...again] = opened
    console.log(`  opened: first ${Math.round(first)} ms, again ${summary(again)}`)
    await page.getByRole('button', { name: /Thêm/ }).waitFor()
    await page.evaluate(TIMER)
    for (const key of ['j', 'k', ']', 'a', 'x', 'u', 'w', 'e', 'Escape']) {
      const times: number[] = []
      const paints: number[] = []
      for (let i = 0; i < STROKES; i++) {
        // A form is opened and left; only the key itself counts.
        if (key === 'Escape') await page.keyboard.press('e')
        await page.evaluate('paints.length = 0')
        times.push(await stroke(page, key))
        // The browser tells of it after the frame.
        await page.waitForTimeout(PAUSE)
        paints.push(Math.max(LEAST_TOLD, ...(await page.evaluate<number[]>('paints'))))
        if (key === 'e') await page.keyboard.press('Escape')
        if (key === 'u') await page.waitForTimeout(300)
      }
      console.log(`  ${key.padEnd(6)} painted: ${summary(paints)}; second frame: ${summary(times)}`)
    }
    const yardstick = await (await browser.newPage()).evaluate<number>(YARDSTICK)
    console.log(`  2,000 plain rows laid out: ${Math.round(yardstick)} ms`)
    await browser.close()
  }
} finally {
  server.kill()
  rmSync(folder, { recursive: true, force: true })
}
