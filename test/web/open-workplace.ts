import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import type { DecisionHistory, Records } from '../../src/contract/index.ts'
import { extract } from '../../src/extract.ts'
import type { Target } from '../../src/reextract/target.ts'
import type { Extract } from '../../src/work/reading.ts'
import { openApp, settled, upload } from '../http/support.ts'
import { Stage } from './browser.ts'

export interface Uploaded {
  readonly name: string
  readonly content: Uint8Array<ArrayBuffer> | string
}

export interface Workplace {
  readonly stage: Stage
  readonly id: string
  readonly records: () => Promise<Records>
  readonly history: () => Promise<DecisionHistory>
  readonly open: (who: string, fragment?: string) => Promise<Page>
}

/** The real server over an archive that holds a real document, before a browser. */
export const openWorkplace = async (
  archive: Archive,
  { name, content }: Uploaded,
  read: Extract = extract,
  target?: () => Target,
): Promise<Workplace> => {
  let id = ''
  const stage = await Stage.open(async pages => {
    const { app } = await openApp({
      ...{ archive, extract: read, pages: pathToFileURL(`${pages}/`) },
      ...(target === undefined ? {} : { target }),
    })
    id = (await upload(app, { [name]: content })).json().documents[0].document.id
    await settled(app, id)
    await app.listen({ host: '127.0.0.1', port: 0 })
    return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  })
  onTestFinished(() => stage.close())
  const get = async <T>(part: string) =>
    (await (await fetch(`${stage.address}/v1/documents/${id}/${part}`)).json()) as T
  return {
    stage,
    id,
    records: () => get('records'),
    history: () => get('decisions'),
    open: async (who, fragment = '') => {
      const page = await stage.page(`/documents/${id}${fragment}`)
      await page.evaluate(`localStorage.setItem('trichluc.reviewer', ${JSON.stringify(who)})`)
      await page.reload()
      await ready(page)
      return page
    },
  }
}

/** The records are there, and can be decided on. */
export const ready = (page: Page) => page.getByRole('button', { name: /Thêm/ }).waitFor()

export const saved = (page: Page) => expect.poll(() => page.getByText(/đang ghi/).count()).toBe(0)

export const selected = (page: Page) => page.locator('tr.record[aria-current="true"]')
