import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { build } from 'vite'
import { expect, onTestFinished } from 'vitest'
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

  /**
   * @param serve starts a server for the folder of the built pages and gives its address; the stub where it is left out
   * @param root the folder of other pages that are built in place of those of the product
   */
  static async open(serve?: (pages: string) => Promise<string>, root?: string): Promise<Stage> {
    const pages = mkdtempSync(join(tmpdir(), 'trichluc-web-'))
    const configFile = join(import.meta.dirname, '../../src/web/vite.config.ts')
    await build({ configFile, logLevel: 'warn', build: { outDir: pages }, ...(root === undefined ? {} : { root }) })
    const stub = new StubServer(pages)
    const address = serve === undefined ? (REAL_SERVER ?? (await stub.start())) : await serve(pages)
    const browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS })
    return new Stage(address, stub, browser, pages)
  }

  /** A page of a browser that was never here before; what breaks in it breaks the test. */
  async page(path = '/', viewport = { width: 1366, height: 768 }): Promise<Page> {
    const context = await this.#browser.newContext({ viewport, baseURL: this.address, timezoneId: 'Asia/Ho_Chi_Minh' })
    context.setDefaultTimeout(60_000)
    const page = await context.newPage()
    page.on('pageerror', error => {
      throw error
    })
    onTestFinished(({ task }) => (task.result?.state === 'fail' ? tellOf(page) : undefined))
    await page.goto(path)
    return page
  }

  async close(): Promise<void> {
    await this.#browser.close()
    this.stub.stop()
    rmSync(this.#pages, { recursive: true, force: true })
  }
}

/** What a page showed when its test failed, for whoever reads the log and has no browser before him. */
const tellOf = async (page: Page): Promise<void> => {
  const seen = page.evaluate(`({
    focus: document.activeElement?.outerHTML.slice(0, 200),
    dialog: document.querySelector('dialog[open]')?.innerText,
    selected: document.querySelector('[aria-current="true"]')?.outerHTML.slice(0, 200),
    alerts: [...document.querySelectorAll('[role="alert"]')].map(each => each.innerText),
    words: document.body.innerText.slice(0, 3000),
  })`)
  console.error(page.url(), await seen.catch(String))
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}

/** What keeps people from using the page, after the rules of WCAG 2.2 A and AA: each rule with the first element that breaks it. */
export const faultsOf = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(`if (window.axe === undefined) { ${AXE} }`)
  const options = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`)
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

/** Gives a page another size, and waits until it has it. */
export const resize = async (page: Page, size: { width: number; height: number }): Promise<void> => {
  await page.setViewportSize(size)
  await expect.poll(() => page.evaluate('[innerWidth, innerHeight]')).toEqual([size.width, size.height])
}

/**
 * Draws also the records that are far out of sight, as on paper. Groups hear of it once they are in the page, and are told where
 * they stand only after that, also when others have moved them: it is said again until all of them stay drawn.
 */
export const drawAll = (page: Page): Promise<void> => {
  const isDrawn = `new Promise(done => {
    const rested = go => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(go)))
    rested(() => {
      dispatchEvent(new Event('beforeprint'))
      rested(() => {
        const groups = [...document.querySelectorAll('.records tbody')]
        done(groups.length > 0 && groups.every(group => group.querySelector('.not-drawn') === null))
      })
    })
  })`
  return expect.poll(() => page.evaluate(isDrawn)).toBe(true)
}

/** Scrolls the records to their last, which is drawn then. */
export const lastRecord = async (page: Page, id: string): Promise<Locator> => {
  const row = page.locator(`tr[data-id="${id}"]`)
  const scroll = "void document.querySelector('.records').scrollTo(0, 1e9)"
  await expect.poll(() => page.evaluate(scroll).then(() => row.count())).toBe(1)
  return row
}
