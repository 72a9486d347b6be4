import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { openArchive } from '../../src/archive/open-archive.ts'
import { readConfig } from '../../src/config.ts'
import type { Box } from '../../src/contract/index.ts'
import { buildApp } from '../../src/http/app.ts'
import type { Lit, Marked, PageNumeral, PagePlace } from '../../src/web/page/marked.ts'
import { formOf, settled } from '../http/support.ts'
import { extractionOf } from '../support/extraction.ts'
import { Stage } from './browser.ts'

export const record = (id: string, page: number, box: Box, number: string, change: Partial<Marked> = {}): Marked => ({
  ...{ id, page, box, number, label: `Số HTX: ${number}`, state: 'open' },
  ...change,
})

/** A document to show: what its file holds, and what its reader found it to be. */
export interface ShownFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mediaType: string
  readonly pages: number
}

/** `PagePane` alone in a page, before the real server. */
export interface Sheets {
  /** Stores the file, which is taken for read, and opens its pages. */
  open(file: ShownFile, viewport?: { width: number; height: number }): Promise<Page>
  close(): Promise<void>
}

export async function openSheets(): Promise<Sheets> {
  const folder = mkdtempSync(join(tmpdir(), 'trichluc-sheets-'))
  const archive = await openArchive(folder)
  const config = readConfig({})
  if (!config.ok) throw new Error('the configuration is not valid')
  let shown: ShownFile | null = null
  let app: Awaited<ReturnType<typeof buildApp>> | null = null
  const stage = await Stage.open(
    async pages => {
      app = await buildApp({
        archive,
        config: config.config,
        version: '0.0.1',
        pages: pathToFileURL(`${pages}/`),
        stopPatience: 20,
        extract: async (content, name) => {
          const extraction = extractionOf(content, name)
          const { mediaType = '', pages: count = 1 } = shown ?? {}
          const document = { ...extraction.document, mediaType, pages: count, readBy: 'pdf-text' as const }
          return { ok: true, extraction: { ...extraction, text: 'văn bản', document } }
        },
      })
      await app.listen({ host: '127.0.0.1', port: 0 })
      return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
    },
    fileURLToPath(new URL('./sheets/', import.meta.url)),
  )
  return {
    async open(file, viewport) {
      if (app === null) throw new Error('the server is not there')
      shown = file
      const answer = await app.inject({ method: 'POST', url: '/v1/documents', ...(await formOf({ file: file.bytes })) })
      const id: string = answer.json().documents[0].document.id
      await settled(app, id)
      return stage.page(`/documents/${id}`, viewport)
    },
    async close() {
      await stage.close()
      await app?.close()
      await archive.close()
      rmSync(folder, { recursive: true })
    },
  }
}

export const mark = (page: Page, records: readonly Marked[]): Promise<void> =>
  page.evaluate(`window.mark(${JSON.stringify(records)})`)

export const light = (page: Page, lit: readonly Lit[]): Promise<void> =>
  page.evaluate(`window.light(${JSON.stringify(lit)})`)

export const select = (page: Page, id: string | null): Promise<void> =>
  page.evaluate(`window.select(${JSON.stringify(id)})`)

export interface Told {
  readonly selected: readonly (readonly string[])[]
  readonly boxes: readonly (PagePlace | null)[]
  readonly numerals: readonly PageNumeral[]
}

export const told = (page: Page): Promise<Told> => page.evaluate('window.told')

/** Waits until a page is drawn, and its words stand over it where it has any. */
export const drawn = async (page: Page, number = 1): Promise<void> => {
  await page.locator(`.sheet[data-page="${number}"] .sheet-paper > *`).waitFor()
}

/** Where an element stands on its page, in points: left, top, right, bottom. */
export const placeOf = (page: Page, selector: string): Promise<number[]> =>
  page.evaluate(`(() => {
    const element = document.querySelector(${JSON.stringify(selector)})
    const sheet = element.closest('.sheet')
    const scale = Number(sheet.style.getPropertyValue('--total-scale-factor'))
    const [of, at] = [element.getBoundingClientRect(), sheet.getBoundingClientRect()]
    return [of.left - at.left, of.top - at.top, of.right - at.left, of.bottom - at.top].map(px => px / scale)
  })()`)
