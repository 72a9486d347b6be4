import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { StubServer } from './stub/server.ts'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Tests of the pages are left out where no Chromium is, but never unseen where everything is to be tested. */
export const noChromium = !existsSync(CHROMIUM) && process.env.CI === undefined

/** The running product to test instead of the stub (`npm start`); it should have an empty archive. */
export const REAL_SERVER = process.env.TRICHLUC_URL

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The pages, built for this run alone, behind a server, before a browser. */
export class Stage {
  readonly address: string
  readonly stub: StubServer
  readonly #browser: Browser
  readonly #pages: string

  private constructor(address: string, stub: StubServer, browser: Browser, pages: string) {
    this.address = address
    this.stub = stub
    this.#browser = browser
    this.#pages = pages
  }

  /** @param serve starts a server for the folder of the built pages and gives its address; the stub where it is left out */
  static async open(serve?: (pages: string) => Promise<string>): Promise<Stage> {
    const pages = mkdtempSync(join(tmpdir(), 'trichluc-web-'))
    const configFile = join(import.meta.dirname, '../../src/web/vite.config.ts')
    await build({ configFile, logLevel: 'warn', build: { outDir: pages } })
    const stub = new StubServer(pages)
    const address = serve === undefined ? (REAL_SERVER ?? (await stub.start())) : await serve(pages)
    const browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS })
    return new Stage(address, stub, browser, pages)
  }

  /** A page of a browser that was never here before; what breaks in it breaks the test. */
  async page(path = '/', viewport = { width: 1366, height: 768 }): Promise<Page> {
    const context = await this.#browser.newContext({ viewport, baseURL: this.address })
    const page = await context.newPage()
    page.on('pageerror', error => {
      throw error
    })
    await page.goto(path)
    return page
  }

  async close(): Promise<void> {
    await this.#browser.close()
    this.stub.stop()
    rmSync(this.#pages, { recursive: true })
  }
}

/** How long a page takes from a key to the second frame after it, in ms: the median of 20 strokes. */
export const timeOfKey = async (page: Page, key: string): Promise<number> => {
  // Two frames later the browser has drawn what the key did.
  const frames = 'new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))'
  const times: number[] = []
  for (let i = 0; i < 20; i += 1) {
    const before = performance.now()
    await page.keyboard.press(key)
    await page.evaluate(frames)
    times.push(performance.now() - before)
  }
  return times.sort((a, b) => a - b)[10] ?? 0
}
